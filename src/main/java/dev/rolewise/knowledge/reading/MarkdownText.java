package dev.rolewise.knowledge.reading;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The text of Markdown, read as the page that it becomes: what HTML hides, it hides too. */
final class MarkdownText {
    private MarkdownText() {}

    static ReadText read(String markdown, ReadingLimits limits) {
        Parser parser = Parser.builder().build();
        String html = HtmlRenderer.builder().build().render(parser.parse(markdown));
        return HtmlText.read(html, "Markdown", limits);
    }
}
