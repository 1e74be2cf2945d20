package dev.rolewise.knowledge.reading;

import dev.rolewise.knowledge.reading.ReadText.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The text of an HTML page that a reader of it would see. */
final class HtmlText {
    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "iframe",
            "object",
            "embed",
            "svg",
            "canvas",
            "audio",
            "video",
            "select",
            "option",
            "input",
            "textarea",
            "button",
            "dialog",
            "datalist",
            "title",
            "noembed",
            "noframes",
            "rp",
            "annotation",
            "annotation-xml");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "nav",
            "aside",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "tr",
            "td",
            "th",
            "thead",
            "tbody",
            "caption",
            "blockquote",
            "pre",
            "figure",
            "figcaption",
            "form",
            "fieldset",
            "br",
            "hr",
            "body",
            "html",
            "details",
            "summary",
            "address");
    /** What a cell with one word or number in it does not hold: such a table only puts parts of the page side by side. */
    private static final String BEYOND_CELLS = "td table, h1, h2, h3, h4, h5, h6, ul, ol, pre, blockquote";

    private final TextBuilder text;
    private final PageStyles styles;
    private final int deepest;
    private final StringBuilder paragraph = new StringBuilder();
    private boolean inCell;

    private HtmlText(TextBuilder text, PageStyles styles, int deepest) {
        this.text = text;
        this.styles = styles;
        this.deepest = deepest;
    }

    static ReadText read(String html, String format, ReadingLimits limits) {
        TextBuilder text = new TextBuilder(limits.characters());
        Document page = Jsoup.parse(html);
        HtmlText reader = new HtmlText(text, new PageStyles(page), limits.nesting());
        reader.walk(page, 0);
        reader.endParagraph();
        return text.build(format, 0);
    }

    private void walk(Node node, int depth) {
        if (depth > deepest) {
            throw new UnreadableException("its elements stand more than " + deepest + " deep in each other.");
        }
        for (Node child : node.childNodes()) {
            if (child instanceof TextNode words) {
                words(node, words.getWholeText());
            } else if (child instanceof Comment comment) {
                text.leftOut(Hidden.COMMENT, visible(comment.getData()));
            } else if (child instanceof Element element) {
                element(element, depth);
            }
        }
    }

    /** Blanks are taken whatever they look like: they keep words apart. */
    private void words(Node of, String words) {
        int letters = visible(words);
        Optional<Hidden> why = letters > 0 && of instanceof Element element && !(of instanceof Document)
                ? styles.look(element).hides(letters)
                : Optional.empty();
        why.ifPresent(hidden -> text.leftOut(hidden, letters));
        paragraph.append(why.isPresent() ? " " : words);
    }

    private void element(Element element, int depth) {
        String name = element.normalName();
        if (SILENT.contains(name)) {
            return;
        }
        if (!seen(element)) {
            return;
        }
        if (name.equals("table") && element.selectFirst(BEYOND_CELLS) == null) {
            endParagraph();
            table(element, depth + 1);
            return;
        }
        boolean heading = name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
        boolean block = heading || BLOCKS.contains(name);
        if (block) {
            endParagraph();
        }
        walk(element, depth + 1);
        if (heading) {
            text.heading(name.charAt(1) - '0', paragraph.toString());
            paragraph.setLength(0);
        } else if (block) {
            endParagraph();
        } else if (name.equals("img")) {
            paragraph.append(' ');
        }
    }

    /** A table of data: its rows become lines. */
    private void table(Element table, int depth) {
        TableText rows = new TableText();
        for (Element part : table.children()) {
            if (part.normalName().equals("caption")) {
                element(part, depth);
            } else if (part.normalName().equals("tr")) {
                row(part, depth, rows);
            } else if (seen(part)) {
                part.children().forEach(row -> row(row, depth, rows));
            }
        }
        rows.into(text);
    }

    private void row(Element row, int depth, TableText into) {
        if (!row.normalName().equals("tr") || !seen(row)) {
            return;
        }
        List<String> cells = new ArrayList<>();
        boolean heads = true;
        inCell = true;
        for (Element cell : row.children()) {
            if (seen(cell)) {
                walk(cell, depth + 1);
                cells.add(paragraph.toString());
                heads &= cell.normalName().equals("th");
                paragraph.setLength(0);
            }
        }
        inCell = false;
        into.row(cells, heads);
    }

    /** Counts what nobody would see. */
    private boolean seen(Element element) {
        Optional<Hidden> why = styles.hidden(element);
        why.ifPresent(hidden -> text.leftOut(hidden, visible(element.text())));
        return why.isEmpty();
    }

    private void endParagraph() {
        if (inCell) {
            paragraph.append(' ');
            return;
        }
        text.paragraph(paragraph.toString());
        paragraph.setLength(0);
    }

    private static int visible(String words) {
        return (int) words.chars().filter(c -> !Character.isWhitespace(c)).count();
    }
}
