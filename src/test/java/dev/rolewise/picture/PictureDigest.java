package dev.rolewise.picture;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Prints a digest of the samples' pictures, for a process with other fonts than this one. */
final class PictureDigest {
    private PictureDigest() {}

    public static void main(String[] arguments) throws NoSuchAlgorithmException {
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(digest());
    }

    static String digest() throws NoSuchAlgorithmException {
        PictureMaker maker = PictureMaker.open().orElseThrow();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(maker.table(Samples.table(3, 8)).bytes());
        digest.update(maker.scales(Samples.chart(10)).bytes());
        return HexFormat.of().formatHex(digest.digest());
    }
}
