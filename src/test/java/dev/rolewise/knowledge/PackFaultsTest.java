package dev.rolewise.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Breaks a good pack in one place and expects the one fault, where it is and what to do. */
class PackFaultsTest {
    private static final String TREES = "notes/climbing-and-cutting.md";

    private final Path temp;

    PackFaultsTest(@TempDir Path temp) {
        this.temp = temp;
    }

    /** {@code at} stands on the line of the fault once the file is broken. */
    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pack.yml | about:      | abuot:          | abuot | unknown key "abuot"                       | did you mean "about"?
            pack.yml | title: Car  | colour: Car     | colour | unknown key "colour"                     | use one of: id, title, about, try, greeting
            pack.yml | title: Car  | about: x\\ntitle: Car | about: car | the key "about" stands here twice | keep one of the two
            pack.yml | greeting: Hello! | # Hello!   | id:   | the key "greeting" is missing             | add "greeting:"
            pack.yml | id: gardeners | id: gardners  | id:   | the id "gardners" is not the folder's name | write "id: gardeners" or rename the folder
            pack.yml | id: gardeners | id:           | id:   | nothing where a text belongs              | write the text
            pack.yml | title: Car  | title: !!java.io.File Car | title | Global tag is not allowed | quotes
            pack.yml | title: Car  | title: !car Car | title | there is a tag (!car) | delete the tag
            pack.yml | title: Car  | title: [Car     | about: | is not valid YAML                        | check indentation, quotes and colons
            pack.yml | title: Careers in | title: "Car\\u200Beers" # | title | invisible character U+200B | delete it
            pack.yml | tree surgeon use? | tree surgeon use when it works its way along the many tall and old trees of an avenue in the wind? | avenue | the question has | shorten it to at most 100
            roles.yml | roles: | roles: []\\nrules: | rules | unknown key "rules" | did you mean "roles"?
            roles.yml | aliases: [landscape | aliases: [Arborist, landscape | Arborist | the alias "Arborist" stands for two roles | keep it with one of them
            roles.yml | aliases: [landscape gardener, landscaper, garden builder, garden landscaper] | aliases: landscaper | aliases: landscaper | "aliases" is not a list | write "- "
            roles.yml | plural: tree surgeons | plural: [tree surgeons] | plural: [ | there is a list or a mapping where a text belongs | write one text
            roles.yml | id: landscape-gardener | id: tree-surgeon | @8 | the role id "tree-surgeon" is taken by roles.yml:2 | another id
            aspects.yml | id: daily-work | id: Daily_Work | Daily_Work | the aspect id "Daily_Work" is not in kebab-case | such as "daily-work"
            aspects.yml | words: [tool, kit, equipment, gear, machine, saw] | words: [] | words: [] | "words" is empty | add at least one entry
            synonyms.yml | [hire, book, engage] | [hire] | [hire] | "hire" stands alone in its group | or delete the group
            synonyms.yml | [hire, book, engage] | hire | - hire | "synonyms" is not a list | write "- "
            intents.yml | form: personal | form: persona | form: persona | unknown form "persona" | did you mean "personal"?
            intents.yml | aspects: [skills, daily-work, safety] | aspects: [skils] | skils | unknown aspect "skils" | did you mean "skills"?
            intents.yml | id: definition | id: tools | @26 | the intent id "tools" is taken by intents.yml:2 | another id
            disagreements.yml | - [lg-pay] | | sides | fewer than two sides | list the statement ids of each side
            disagreements.yml | [lg-pay] | [] | sides: | a side is empty | list its statement ids or delete it
            disagreements.yml | [lg-pay] | [lgpay] | [lgpay] | no statement has the id "lgpay" | did you mean "lg-pay"?
            disagreements.yml | roles: [] | roles: [tree-surgon] | tree-surgon | unknown role "tree-surgon" | did you mean "tree-surgeon"?
            premises.yml | They don't. | They do not. | do not. | no answer may open with "They do not." | did you mean "They don't."?
            situations.yml | role: tree-surgeon | role: robot | robot | unknown role "robot" | use one of
            situations.yml | role: tree-surgeon | role: landscape-gardener | id: trees | not one for each role and one without a role | one without "role"
            situations.yml | [lg-focus] | [elephants] | elephants | no statement has the id "elephants" | add {#elephants} to the statement
            premises.yml | [ts-seasons, ts-storms] | [elephants] | elephants | no statement has the id "elephants" | add {#elephants} to the statement
            gaps.yml | [ts-tools, lg-tools] | [ts-tools, lg-tools, ts-day, lg-day] | ts-day | "nearest" names 4 statements | keep the best 3
            gaps.yml | - id: brands | - brands: | brands: | unknown key "brands" | use one of: id, topic
            coverage.yml | not-covered: | nt-covered: | nt-covered | unknown key "nt-covered" | did you mean "not-covered"?
            asked.yml | statement: ts-seasons | statement: ts-season | ts-season | no statement has the id "ts-season" | did you mean "ts-seasons"?
            asked.yml | - statement: ts-seasons | - statement: ts-seasons\\n    questions: [how old]\\n  - statement: ts-seasons | @5 | stands here twice | put its questions into one list
            asked.yml | asked: | asks: | asks | unknown key "asks" | did you mean "asked"?
            asked.yml | - statement: ts-seasons | - statements: [ts-seasons, ts-season] | ts-season | no statement has the id "ts-season" | did you mean "ts-seasons"?
            questions.yml | questions: | questions:\\n  - | @2 | nothing where a text belongs | or delete the entry
            """)
    void a_broken_yaml_file_is_named_with_its_line(
            String file, String old, String now, String at, String problem, String remedy) throws IOException {
        PackCopy copy = new PackCopy(temp);
        copy.replace(file, old, now == null ? "" : now.replace("\\n", "\n"));

        copy.expect(file, at, problem, remedy);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ## Tree surgeon / Skills | ## Tree surgon / Skills | surgon | unknown role "Tree surgon" | did you mean "tree surgeon"?
            ## Tree surgeon / Skills | ## Tree surgeon / Skils | Skils | unknown aspect "Skils" | did you mean "Skills"?
            ## Tree surgeon / Skills | ## Skills | ## Skills | the heading is not "## role / aspect" | write for instance "## Both roles / Focus"
            ## Tree surgeon / Skills | # Tree surgeon / Skills | # Tree surgeon / Skills | the heading is not | write for instance
            ## Tree surgeon / Focus | | A tree surgeon cares | stands under no heading | put "## role / aspect" above it
            {#ts-focus} | {#ts-tools} | top-handled | the statement id "ts-tools" is taken by notes/climbing-and-cutting.md:12 | another id
            {#ts-storms} | {#ts storms} | ts storms | the statement id "ts storms" is not in kebab-case | single hyphens
            {#ts-storms} | {#ts-storms}. | busiest | an id stands inside the statement | at the end of the line
            Tree surgeons think in | They think in | They think | opens with "They" and cannot stand alone | name its subject instead
            Tree surgeons think in | However, surgeons think in | However | opens with "However" | name its subject instead
            Tree surgeons think in | - Tree surgeons think in | - Tree | opens with Markdown markup | write plain sentences
            ten years later. | ten years later | years later | does not end in . ! or ? | end it with a full stop
            A tree surgeon's ropes and harness are inspected every six months. | Ropes are checked. | checked. | has only 18 characters | at least 25
            ten years later. | ten years later`\u00AD` on. | years later | invisible character U+00AD | delete it, or type the line again
            ten years later. | ten\tyears later. | years later | invisible character U+0009 | delete it, or type the line again
            ten years later. | ten years later.\\nTree surgeons think in decades, because a bad cut can kill an oak ten years later. | @14 | the statement repeats line 13 | delete one of the two
            id: climbing-and-cutting | id: climbing | id: climbing | the id "climbing" is not the file's name | write "id: climbing-and-cutting" or rename the file
            note: true | note: perhaps | note: | "note" is neither true nor false | write true or false
            author: A. Rowan | autor: A. Rowan | autor | unknown key "autor" | did you mean "author"?
            author: A. Rowan | author: "A. Rowan | @5 | is not valid YAML | check indentation
            """)
    void a_broken_note_is_named_with_its_line(String old, String now, String at, String problem, String remedy)
            throws IOException {
        PackCopy copy = new PackCopy(temp);
        copy.replace(TREES, old, now == null ? "" : now.replace("\\n", "\n"));

        copy.expect(TREES, at, problem, remedy);
    }

    @ParameterizedTest
    @CsvSource({"pack.yml", "roles.yml", "aspects.yml", "intents.yml"})
    void a_missing_file_is_named(String file) throws IOException {
        PackCopy copy = new PackCopy(temp);
        Files.delete(copy.file(file));

        assertThat(copy.faults()).contains(new PackFault(file, 0, "the file is missing", "add it; every pack has one"));
    }

    @Test
    void an_intent_without_examples_is_named() throws IOException {
        PackCopy copy = new PackCopy(temp);
        copy.replace("intents.yml", "examples:\n      - hello\n", "examples: []\n    #\n");
        String text = Files.readString(copy.file("intents.yml"));
        int from = text.indexOf("    #\n");
        int to = text.indexOf("  - id: off-topic");
        copy.bytes("intents.yml", (text.substring(0, from) + text.substring(to)).getBytes(StandardCharsets.UTF_8));

        copy.expect("intents.yml", "examples: []", "\"examples\" is empty", "add at least one entry");
    }

    @Test
    void a_statement_that_is_too_long_is_named() throws IOException {
        PackCopy copy = new PackCopy(temp);
        copy.replace(TREES, "ten years later.", "ten years later" + " or so".repeat(50) + ".");

        copy.expect(TREES, "or so", "characters", "split it into sentences of at most 320");
    }

    @Test
    void a_seventh_statement_in_a_passage_is_named() throws IOException {
        PackCopy copy = new PackCopy(temp);
        StringBuilder more = new StringBuilder("ten years later.");
        for (int i = 3; i <= 7; i++) {
            more.append("\nTree surgeons know " + i + " kinds of fungus on old oaks.");
        }
        copy.replace(TREES, "ten years later.", more.toString());

        copy.expect(TREES, "know 7", "more than 6 statements", "put a blank line where the topic changes");
    }

    @Test
    void a_note_without_front_matter_is_one_fault() throws IOException {
        PackCopy copy = new PackCopy(temp);
        copy.replace(TREES, "---\n", "");

        copy.expect(TREES, "id:", "the note has no front matter", "start with a line ---");
    }

    @Test
    void a_note_without_statements_is_named() throws IOException {
        PackCopy copy = new PackCopy(temp);
        Files.writeString(
                copy.file("notes/empty.md"),
                "---\nid: empty\ntitle: t\nauthor: a\nattribution: a\ndate: unknown\nnote: true\n---\n");

        copy.expect("notes/empty.md", 8, "the note has no statements", "write a heading");
    }

    @Test
    void a_source_id_that_is_taken_is_named() throws IOException {
        PackCopy copy = new PackCopy(temp);
        copy.replace(TREES, "id: climbing-and-cutting", "id: building-gardens");

        assertThat(copy.faults())
                .extracting(PackFault::problem)
                .contains("the source id \"building-gardens\" is taken by notes/building-gardens.md:2");
    }

    @Test
    void a_pack_without_notes_is_named() throws IOException {
        PackCopy copy = new PackCopy(temp);
        Files.delete(copy.file(TREES));
        Files.delete(copy.file("notes/building-gardens.md"));

        assertThat(copy.faults())
                .contains(new PackFault("notes", 0, "the pack has no source", "add notes/<source id>.md"));
    }

    @Test
    void a_note_with_another_ending_is_named() throws IOException {
        PackCopy copy = new PackCopy(temp);
        Files.writeString(copy.file("notes/more.txt"), "text");

        copy.expect("notes/more.txt", 0, "is not a note", "name it .md or move it away");
    }

    @Test
    void a_misspelt_file_name_is_not_passed_over() throws IOException {
        PackCopy copy = new PackCopy(temp);
        Files.move(copy.file("premises.yml"), copy.file("premisses.yml"));

        copy.expect("premisses.yml", 0, "no such file belongs to a pack", "did you mean \"premises.yml\"?");
    }

    @Test
    void a_file_that_is_not_utf8_is_named_with_its_line() throws IOException {
        PackCopy copy = new PackCopy(temp);
        String latin = Files.readString(copy.file("questions.yml")).replace("Do tree", "D\u00F6 tree");
        copy.bytes("questions.yml", latin.getBytes(StandardCharsets.ISO_8859_1));

        copy.expect("questions.yml", "D\u00F6 tree", "is not UTF-8", "save the file as UTF-8");
    }

    @Test
    void a_file_over_two_mebibytes_is_not_read() throws IOException {
        PackCopy copy = new PackCopy(temp);
        copy.bytes("questions.yml", new byte[PackFolder.MAX_BYTES + 1]);

        copy.expect("questions.yml", 0, "is larger than 2 MiB", "split or shorten it");
    }

    @Test
    void an_empty_file_is_named() throws IOException {
        PackCopy copy = new PackCopy(temp);
        copy.bytes("questions.yml", new byte[0]);

        copy.expect("questions.yml", 1, "holds no keys", "start with \"questions:\"");
    }

    @Test
    void deep_nesting_and_many_aliases_are_refused() throws IOException {
        PackCopy copy = new PackCopy(temp);
        copy.bytes("questions.yml", ("questions: " + "[".repeat(5000)).getBytes(StandardCharsets.UTF_8));
        copy.bytes(
                "synonyms.yml",
                ("synonyms:\n  - &a [x, y]\n" + "  - *a\n".repeat(20)).getBytes(StandardCharsets.UTF_8));

        assertThat(copy.faults()).extracting(PackFault::file).containsExactly("questions.yml", "synonyms.yml");
    }
}
