package dev.rolewise.knowledge.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells the format of a document by what it holds, its name being only a hint between Markdown and plain text. */
final class Formats {
    private static final int SIGNATURE_WITHIN = 1024;
    private static final Pattern HTML = Pattern.compile(
            "^\\s*(?:<!--.{0,2000}?-->\\s*)?<(?:!doctype\\s+html|html|head|body)[\\s>]",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern MARKDOWN =
            Pattern.compile("^#{1,6} \\S|^(?:[-*+]|\\d+\\.) \\S|\\]\\(https?://|^```", Pattern.MULTILINE);

    private Formats() {}

    /** The visible text, of which there is some. */
    static ReadText read(String name, byte[] content, ReadingLimits limits) {
        ReadText read = readAny(name, content, limits);
        if (read.characters() == 0) {
            throw new UnreadableException(
                    read.hidden().isEmpty()
                            ? "no text can be seen in it; it may be a scan. Please send its text."
                            : "all of its text is hidden, as that below a scan is, and I read only what people see. Please send its text.");
        }
        return read;
    }

    private static ReadText readAny(String name, byte[] content, ReadingLimits limits) {
        if (content.length == 0) {
            throw new UnreadableException("it is empty.");
        }
        if (starts(content, "%PDF-", SIGNATURE_WITHIN)) {
            return PdfText.read(content, limits);
        }
        if (starts(content, "PK", 0)) {
            return DocxText.read(content, limits);
        }
        String words = text(content);
        String lower = name.toLowerCase(Locale.ROOT);
        if (HTML.matcher(words).find() || lower.endsWith(".html") || lower.endsWith(".htm")) {
            return HtmlText.read(words, "HTML", limits);
        }
        boolean markdown = lower.endsWith(".md") || lower.endsWith(".markdown");
        return markdown || MARKDOWN.matcher(words).find()
                ? MarkdownText.read(words, limits)
                : PlainText.read(words, limits);
    }

    private static boolean starts(byte[] content, String signature, int within) {
        byte[] wanted = signature.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at <= within && at + wanted.length <= content.length; at++) {
            if (java.util.Arrays.equals(wanted, 0, wanted.length, content, at, at + wanted.length)) {
                return true;
            }
        }
        return false;
    }

    /** UTF-8 or UTF-16 with a mark; else Windows' Western letters, unless it holds what no text does. */
    private static String text(byte[] content) {
        if (content.length >= 2 && (content[0] & 0xFF) == 0xFE && (content[1] & 0xFF) == 0xFF) {
            return decoded(content, StandardCharsets.UTF_16);
        }
        if (content.length >= 2 && (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == 0xFE) {
            return decoded(content, StandardCharsets.UTF_16);
        }
        for (byte b : content) {
            if (b >= 0 && b < 9) {
                throw new UnreadableException(
                        "it is none of the formats that I read. Please send a PDF, Word (.docx), HTML, Markdown or text file.");
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return decoded(content, Charset.forName("windows-1252"));
        }
    }

    private static String decoded(byte[] content, Charset charset) {
        return charset.decode(ByteBuffer.wrap(content)).toString();
    }
}
