package dev.rolewise.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a picture as PNG with a palette (W3C "Portable Network Graphics", third edition): a third of the size of true
 * colour, and what can be seen stays the same.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int INDEXED = 3;
    private static final int BITS = 8;

    private Png() {}

    /** The bytes of a file; the same picture gives the same. */
    static byte[] of(BufferedImage picture) {
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        IndexedPixels indexed = IndexedPixels.of(pixels);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(picture.getWidth(), picture.getHeight()));
            chunk(out, "PLTE", colors(indexed.palette()));
            chunk(out, "tRNS", alphas(indexed.palette()));
            chunk(out, "IDAT", deflated(indexed.indices(), picture.getWidth()));
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] header(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(width);
            out.writeInt(height);
            out.write(new byte[] {BITS, INDEXED, 0, 0, 0});
        }
        return bytes.toByteArray();
    }

    private static byte[] colors(int[] palette) {
        byte[] colors = new byte[palette.length * 3];
        for (int i = 0; i < palette.length; i++) {
            colors[3 * i] = (byte) (palette[i] >> 16);
            colors[3 * i + 1] = (byte) (palette[i] >> 8);
            colors[3 * i + 2] = (byte) palette[i];
        }
        return colors;
    }

    private static byte[] alphas(int[] palette) {
        byte[] alphas = new byte[palette.length];
        for (int i = 0; i < palette.length; i++) {
            alphas[i] = (byte) (palette[i] >>> 24);
        }
        return alphas;
    }

    /** Each line after the filter type 0, which suits a palette best. */
    private static byte[] deflated(byte[] indices, int width) {
        Deflater deflater = new Deflater(6);
        try {
            byte[] lines = new byte[indices.length + indices.length / width];
            for (int from = 0, to = 1; from < indices.length; from += width, to += width + 1) {
                System.arraycopy(indices, from, lines, to, width);
            }
            deflater.setInput(lines);
            deflater.finish();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 15];
            while (!deflater.finished()) {
                bytes.write(buffer, 0, deflater.deflate(buffer));
            }
            return bytes.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) check.getValue());
    }
}
