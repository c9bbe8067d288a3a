package org.sceau.it.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that answers as a test says: by command, {@code greeting} and {@code .}, the end of a message, among them. */
final class ScriptedSmtp implements AutoCloseable {
    /** Answers nothing and hangs up. */
    static final String HANGS_UP = "";

    private static final Map<String, String> USUAL = Map.of(
            "greeting", "220 mail.example",
            "EHLO", "250 mail.example",
            "AUTH", "235 welcome",
            "DATA", "354 go on",
            "QUIT", "221 bye");

    private final ServerSocket socket;
    private final Map<String, String> answers;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    ScriptedSmtp(Map<String, String> answers) {
        this.answers = answers;
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The commands it was sent, and the lines of messages. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket one = socket.accept()) {
                talk(one);
            } catch (IOException gone) {
                continue;
            }
        }
    }

    private void talk(Socket one) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(one.getOutputStream(), true, StandardCharsets.UTF_8);
        if (!said(out, "greeting")) {
            return;
        }
        boolean message = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            if (message && !line.equals(".")) {
                continue;
            }
            message = verb.equals("DATA");
            if (!said(out, verb)) {
                return;
            }
        }
    }

    private boolean said(PrintWriter out, String to) {
        String answer = answers.getOrDefault(to, USUAL.getOrDefault(to, "250 ok"));
        if (answer.equals(HANGS_UP)) {
            return false;
        }
        out.print(answer + "\r\n");
        out.flush();
        return true;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
