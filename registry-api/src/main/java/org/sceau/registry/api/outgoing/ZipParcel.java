package org.sceau.registry.api.outgoing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sceau.registry.application.auditing.Parcel;

/** Packs the files of a parcel into one archive. */
public final class ZipParcel implements Parcel.Sink {
    private final ZipOutputStream zip;

    private ZipParcel(ZipOutputStream zip) {
        this.zip = zip;
    }

    /**
     * An archive that was packed, and what whoever handed over its files says of it.
     *
     * @param name what the file is called
     */
    public record Packed(String name, OutgoingFile file) {}

    /** @param handed hands every file over and gives the name of the whole, and may refuse */
    public static Packed packed(Function<Parcel.Sink, String> handed) throws IOException {
        String[] name = new String[1];
        OutgoingFile file = OutgoingFile.of(out -> name[0] = pack(out, handed));
        return new Packed(name[0] + ".zip", file);
    }

    private static String pack(OutputStream out, Function<Parcel.Sink, String> handed) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        try {
            String name = handed.apply(new ZipParcel(zip));
            zip.finish();
            return name;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void begin(String name) {
        try {
            zip.putNextEntry(new ZipEntry(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(byte[] bytes) {
        try {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
