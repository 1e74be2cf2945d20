package dev.rolewise;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the arrows between the packages, and shows that it can fail. */
class ArchitectureTest {
    private static final List<String> SURFACES = List.of("discord", "console");
    private static final List<String> FEATURES = List.of("answer", "fit", "compare", "server", "scorecard");
    private static final List<String> PARTS = List.of("analysis", "retrieval", "cache", "picture", "cascade");
    private static final List<String> BASE = List.of("command", "question", "knowledge", "learning");

    /** Libraries that stay where they are needed: embeddings in retrieval, chat models in the cascade. */
    private static final Map<String, List<String>> HOMES = Map.ofEntries(
            Map.entry("net.dv8tion..", List.of("discord")),
            Map.entry("org.apache.lucene..", List.of("retrieval")),
            Map.entry("dev.langchain4j..", List.of("retrieval", "cascade.model")),
            Map.entry("io.github.resilience4j..", List.of("cascade.model")),
            Map.entry("io.lettuce..", List.of("cache.shared")),
            Map.entry("org.jline..", List.of("console")),
            Map.entry("org.knowm..", List.of("picture")),
            Map.entry("org.jdbi..", List.of("store")),
            Map.entry("org.flywaydb..", List.of("store")),
            Map.entry("com.zaxxer..", List.of("store")),
            Map.entry("java.sql..", List.of("store")),
            Map.entry("org.apache.pdfbox..", List.of("knowledge.reading")),
            Map.entry("org.jsoup..", List.of("knowledge.reading")),
            Map.entry("org.commonmark..", List.of("knowledge.reading")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.rolewise");

    @Test
    void every_package_of_the_rules_has_classes() {
        Stream.of(SURFACES, FEATURES, PARTS, BASE, List.of("app", "store"))
                .flatMap(List::stream)
                .forEach(name ->
                        assertThat(CLASSES.that(inPackage(name))).as(name).isNotEmpty());
    }

    @Test
    void surfaces_know_commands_and_nothing_else_of_ours() {
        SURFACES.forEach(surface -> mayUse(surface, List.of("command")).check(CLASSES));
    }

    @Test
    void features_know_parts_and_base_but_no_other_feature() {
        FEATURES.forEach(feature -> mayUse(feature, concat(PARTS, BASE)).check(CLASSES));
    }

    @Test
    void parts_know_the_base_but_no_other_part() {
        PARTS.forEach(part -> mayUse(part, BASE).check(CLASSES));
    }

    @Test
    void the_base_knows_nothing_above_it() {
        mayUse("knowledge", List.of()).check(CLASSES);
        mayUse("command", List.of()).check(CLASSES);
        mayUse("question", List.of("knowledge")).check(CLASSES);
        mayUse("learning", List.of("question", "knowledge")).check(CLASSES);
    }

    @Test
    void the_store_implements_ports_of_features_and_parts() {
        mayUse("store", concat(FEATURES, concat(PARTS, BASE))).check(CLASSES);
    }

    @Test
    void libraries_stay_in_their_package() {
        HOMES.forEach((library, homes) -> noClasses()
                .that()
                .resideOutsideOfPackages(homes.stream()
                        .map(home -> "dev.rolewise." + home + "..")
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES));
    }

    @Test
    void a_broken_arrow_is_noticed() {
        ArchRule wrong = mayUse("question", List.of());

        assertThatThrownBy(() -> wrong.check(CLASSES)).isInstanceOf(AssertionError.class);
    }

    private static ArchRule mayUse(String name, List<String> others) {
        String[] allowed = Stream.concat(Stream.of(name), others.stream())
                .map(p -> "dev.rolewise." + p + "..")
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("dev.rolewise." + name + "..")
                .should()
                .onlyDependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.or(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(allowed),
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage(
                                "dev.rolewise..")));
    }

    private static com.tngtech.archunit.base.DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> inPackage(
            String name) {
        return com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("dev.rolewise." + name + "..");
    }

    private static List<String> concat(List<String> a, List<String> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }
}
