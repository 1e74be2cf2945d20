package dev.rolewise.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackLoaderTest {
    private final Path temp;

    PackLoaderTest(@TempDir Path temp) {
        this.temp = temp;
    }

    private static Pack gardeners() throws Exception {
        return PackLoader.load(PackCopy.ORIGINAL);
    }

    @Test
    void the_questions_that_a_statement_answers_are_known_by_it() throws Exception {
        Pack pack = gardeners();

        assertThat(pack.askedOf(statement(pack, "every season")))
                .hasSize(2)
                .contains("is there work for a tree surgeon in the cold months?");
        assertThat(pack.askedOf(statement(pack, "climbing harness"))).isEmpty();
    }

    private static Statement statement(Pack pack, String part) {
        return pack.passages().stream()
                .flatMap(p -> p.statements().stream())
                .filter(s -> s.text().contains(part))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_pack_about_two_other_roles_is_read_whole() throws Exception {
        Pack pack = gardeners();

        assertThat(pack.id()).isEqualTo("gardeners");
        assertThat(pack.roles()).extracting(Role::plural).containsExactly("tree surgeons", "landscape gardeners");
        assertThat(pack.aspects()).hasSize(8);
        assertThat(pack.synonyms()).hasSize(4);
        assertThat(pack.sources()).extracting(Source::id).containsExactly("building-gardens", "climbing-and-cutting");
        assertThat(pack.sources().get(1).date()).isEqualTo("2021");
        assertThat(pack.disagreements()).hasSize(1);
        assertThat(pack.premises()).hasSize(2);
        assertThat(pack.gaps()).hasSize(3);
        assertThat(pack.intents())
                .extracting(Intent::form)
                .containsExactly(
                        AnswerForm.DEFINITION,
                        AnswerForm.COMPARISON,
                        AnswerForm.LIST,
                        AnswerForm.LIST,
                        AnswerForm.STEPS,
                        AnswerForm.PERSONAL,
                        AnswerForm.SOCIAL,
                        AnswerForm.NONE);
        assertThat(pack.coverage().notCovered()).hasSize(6);
        assertThat(pack.questions()).hasSize(10);
    }

    @Test
    void a_blank_line_starts_another_passage_under_the_same_heading() throws Exception {
        List<Passage> training = gardeners().passages().stream()
                .filter(p -> p.heading().equals(List.of("Landscape gardener", "Training")))
                .toList();

        assertThat(training).extracting(p -> p.statements().size()).containsExactly(2, 1);
        assertThat(training).extracting(Passage::id).containsExactly("building-gardens#6", "building-gardens#7");
        assertThat(training.get(1).statements().get(0).position()).isEqualTo(8);
    }

    @Test
    void a_heading_for_both_roles_names_every_role() throws Exception {
        Passage both = gardeners().passages().stream()
                .filter(p -> p.text().contains("council"))
                .findFirst()
                .orElseThrow();

        assertThat(both.roles()).isEqualTo(Set.of("tree-surgeon", "landscape-gardener"));
        assertThat(both.aspect()).isEqualTo("hiring");
    }

    @Test
    void ids_leave_the_text_and_resolve_to_keys() throws Exception {
        Pack pack = gardeners();
        Statement apprenticeship = statement(pack, "apprenticeship");

        assertThat(apprenticeship.text()).endsWith("two-year apprenticeship.");
        assertThat(apprenticeship.key()).matches("[0-9a-z]{7}");
        assertThat(pack.premises().get(0).statements().get(0)).isEqualTo(apprenticeship.key());
        assertThat(pack.disagreements().get(0).sides())
                .containsExactly(
                        List.of(statement(pack, "Experienced").key()),
                        List.of(statement(pack, "Self-employed").key()));
    }

    @Test
    void keys_are_the_same_in_every_run_and_differ_by_source_and_text() throws Exception {
        assertThat(StatementIndex.key("a", "b")).isEqualTo("3554kgv").isNotEqualTo(StatementIndex.key("b", "b"));
        List<String> keys = gardeners().passages().stream()
                .flatMap(p -> p.statements().stream())
                .map(Statement::key)
                .toList();
        assertThat(new HashSet<>(keys)).hasSameSizeAs(keys);
    }

    @Test
    void a_third_part_of_a_heading_is_a_topic() throws Exception {
        PackCopy copy = new PackCopy(temp);
        copy.replace("notes/building-gardens.md", "gardener / Tools", "gardener / Tools / Stone");

        assertThat(PackLoader.load(copy.folder()).passages())
                .anySatisfy(p -> assertThat(p.heading()).containsExactly("Landscape gardener", "Tools", "Stone"));
    }

    @Test
    void all_roles_says_the_same_as_both_roles() throws Exception {
        PackCopy copy = new PackCopy(temp);
        copy.replace("notes/building-gardens.md", "## Both roles", "## All roles");

        assertThat(copy.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"synonyms", "disagreements", "premises", "gaps", "coverage", "questions", "comparison", "quizzes"
            })
    void a_file_that_may_be_missing_may_be_missing(String name) throws Exception {
        PackCopy copy = new PackCopy(temp);
        copy.replace("quizzes.yml", "        disagreement: who-earns-more\n", "");
        Files.delete(copy.file(name + ".yml"));

        assertThat(copy.faults()).isEmpty();
    }

    @Test
    void a_pack_inside_a_zip_file_is_read_the_same() throws Exception {
        PackCopy copy = new PackCopy(temp);
        try (FileSystem zip = FileSystems.newFileSystem(temp.resolve("packs.zip"), Map.of("create", "true"));
                Stream<Path> paths = Files.walk(copy.folder())) {
            for (Path path : paths.toList()) {
                Files.copy(path, zip.getPath("/" + temp.relativize(path)));
            }
            assertThat(PackLoader.load(zip.getPath("/gardeners"))).isEqualTo(gardeners());
        }
    }

    @Test
    void windows_line_ends_and_a_byte_order_mark_do_no_harm() throws Exception {
        PackCopy copy = new PackCopy(temp);
        for (String name : List.of("roles.yml", "notes/building-gardens.md")) {
            String windows = "\uFEFF" + Files.readString(copy.file(name)).replace("\n", "\r\n");
            copy.bytes(name, windows.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(PackLoader.load(copy.folder())).isEqualTo(gardeners());
    }

    @Test
    void joined_emoji_are_no_invisible_characters() throws Exception {
        PackCopy copy = new PackCopy(temp);
        copy.replace("intents.yml", "- hi there", "- hi there \uD83E\uDD37\u200D\u2642\uFE0F");

        assertThat(copy.faults()).isEmpty();
    }

    @Test
    void all_faults_are_collected_by_file_and_line() throws Exception {
        PackCopy copy = new PackCopy(temp);
        copy.replace("roles.yml", "field: tree surgery", "fields: tree surgery");
        copy.replace("gaps.yml", "nearest: [ts-focus]", "nearest: [ts-focuss]");
        copy.replace("notes/building-gardens.md", "Demand for", "This demand for");

        assertThat(copy.faults())
                .extracting(PackFault::toString)
                .containsExactly(
                        "gaps.yml:29: no statement has the id \"ts-focuss\"; did you mean \"ts-focus\"?",
                        "notes/building-gardens.md:41: the statement opens with \"This\" and cannot stand alone;"
                                + " name its subject instead",
                        "roles.yml:2: the key \"field\" is missing; add \"field:\"",
                        "roles.yml:5: unknown key \"fields\"; did you mean \"field\"?");
    }

    @Test
    void an_unreadable_roles_file_is_one_fault_and_not_one_for_each_heading() throws Exception {
        PackCopy copy = new PackCopy(temp);
        copy.bytes("roles.yml", "roles: [".getBytes(StandardCharsets.UTF_8));

        assertThat(copy.faults()).singleElement().satisfies(f -> assertThat(f.file())
                .isEqualTo("roles.yml"));
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        assertThatThrownBy(() -> PackLoader.load(temp.resolve("nowhere")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void two_statements_with_one_key_are_a_fault() {
        Faults faults = new Faults();
        StatementIndex index = new StatementIndex(faults);
        index.add("abc1234", "notes/a.md", 3);
        index.add("abc1234", "notes/b.md", 5);

        assertThat(faults.sorted())
                .containsExactly(new PackFault(
                        "notes/b.md", 5, "the statement gets the same key as notes/a.md:3", "change a word of it"));
    }
}
