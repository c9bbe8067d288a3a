package org.sceau.it.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes on a connection, for requests that no client would send. */
final class Wire {
    private static final int LONGEST_SILENCE_MILLIS = 120_000;
    private static final int LONGEST_ANSWER = 1_000_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)\\r\\ncontent-length: *(\\d{1,9})\\r\\n");

    private Wire() {}

    /** Sends the bytes and returns what comes back until the connection ends; empty when it is cut without a word. */
    static String exchange(int port, String request) {
        try (Socket socket = open(port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return answer(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the head and then chunks of one endless line, until so many bytes are sent or nobody reads any more. */
    static Flood flood(int port, String head, long bytes) {
        AtomicLong sent = new AtomicLong();
        try (Socket socket = open(port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            byte[] chunk = ("10000\r\n" + "a".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
            try {
                while (sent.get() < bytes) {
                    out.write(chunk);
                    sent.addAndGet(0x10000);
                }
                out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            } catch (IOException nobodyReads) {
                return new Flood(sent.get(), answer(socket));
            }
            return new Flood(sent.get(), answer(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many bytes went out, and what came back. */
    record Flood(long sent, String answer) {}

    private static Socket open(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(LONGEST_SILENCE_MILLIS);
        return socket;
    }

    private static String answer(Socket socket) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0 && answer.size() < LONGEST_ANSWER; read = in.read(buffer)) {
                answer.write(buffer, 0, read);
                if (isWhole(answer.toString(StandardCharsets.ISO_8859_1))) {
                    break;
                }
            }
        } catch (IOException cut) {
            return answer.toString(StandardCharsets.ISO_8859_1);
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }

    /** The server may keep a refused connection for a while; who knows the length need not wait for its end. */
    private static boolean isWhole(String answer) {
        int body = answer.indexOf("\r\n\r\n") + 4;
        Matcher length = LENGTH.matcher(answer);
        return body >= 4 && length.find() && answer.length() - body >= Integer.parseInt(length.group(1));
    }
}
