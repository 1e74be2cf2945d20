package dev.rolewise.retrieval;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Role;
import dev.rolewise.question.TermExtractor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;

/**
 * English words of a pack: lower case, the pack's synonyms folded into the first of their group, names of roles folded
 * into one token each, stop words dropped, stems. Without a pack, words that are made of several are taken apart instead:
 * {@code TGF-beta1} is three words in any laboratory's texts. Thread-safe.
 */
public final class PackAnalyzer extends Analyzer implements TermExtractor {
    /** In front of the token that stands for a role; no word of a text begins with it. */
    private static final String ROLE_MARK = "role_";

    private static final String SYNONYM_MARK = "syn_";

    /** Words, with what belongs to them in this subject: {@code ci/cd}, {@code precision@k}, {@code node.js}, {@code $1}. */
    private static final java.util.regex.Pattern WORD =
            java.util.regex.Pattern.compile("[\\p{L}\\p{N}$][\\p{L}\\p{N}]*(?:[.,/@'’+&-][\\p{L}\\p{N}]+)*[%+#]?");

    private static final List<String> STOP = List.of(
            ("a an and are as at be been being but by can could did do does doing done for from get gets getting go going got had has"
                            + " have having he her hers him his how i if in into is it its just like me more most much my of on or our"
                            + " ours really she should so some such than that the their them then there these they this those to too u"
                            + " ur us very was we were what when where which while who whom whose why will with would you your yours"
                            + " pls please hey hi hello thanks thank lol ngl tbh am im i'm whats what's dont don't doesnt doesn't isn't"
                            + " also about any tell give want need needs actually basically say says said one thing things ok okay both two"
                            + " role roles each other people person someone somebody everybody everyone everything anything something"
                            + " same look looks looking keep keeps many every only other others another kind sort bit lot etc plz thx"
                            + " explain please use uses used using maybe perhaps quite rather even ever still yet now")
                    .split(" "));

    private static final int TAKE_APART = WordDelimiterGraphFilter.GENERATE_WORD_PARTS
            | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
            | WordDelimiterGraphFilter.SPLIT_ON_NUMERICS;

    private final Optional<SynonymMap> synonyms;

    public PackAnalyzer(Pack pack) {
        this(Optional.of(synonyms(pack)));
    }

    private PackAnalyzer(Optional<SynonymMap> synonyms) {
        this.synonyms = synonyms;
    }

    /** English words of texts that belong to no pack. */
    static PackAnalyzer ofAnyText() {
        return new PackAnalyzer(Optional.empty());
    }

    @Override
    public List<String> terms(String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (!term.toString().startsWith(ROLE_MARK)) {
                    terms.add(term.toString());
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer words = new PatternTokenizer(WORD, 0);
        TokenStream stream = new LowerCaseFilter(words);
        stream = new ASCIIFoldingFilter(stream);
        stream = new EnglishPossessiveFilter(stream);
        stream = new FlattenGraphFilter(
                synonyms.isPresent()
                        ? new SynonymGraphFilter(stream, synonyms.get(), true)
                        : new WordDelimiterGraphFilter(stream, TAKE_APART, null));
        stream = new StopFilter(stream, new CharArraySet(STOP, true));
        return new TokenStreamComponents(words, new PorterStemFilter(stream));
    }

    private static SynonymMap synonyms(Pack pack) {
        TreeMap<String, String> tokens = new TreeMap<>();
        for (int i = 0; i < pack.synonyms().size(); i++) {
            for (String variant : pack.synonyms().get(i)) {
                addForms(tokens, variant, SYNONYM_MARK + i);
            }
        }
        for (Role role : pack.roles()) {
            addForms(tokens, role.name(), ROLE_MARK + role.id());
            addForms(tokens, role.plural(), ROLE_MARK + role.id());
            addForms(tokens, role.field(), ROLE_MARK + role.id());
            role.aliases().forEach(alias -> addForms(tokens, alias, ROLE_MARK + role.id()));
        }
        SynonymMap.Builder builder = new SynonymMap.Builder(true);
        tokens.forEach((variant, token) -> builder.add(words(variant), new CharsRef(token), false));
        try {
            return builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A variant and its plural, since folding comes before stemming. */
    private static void addForms(Map<String, String> tokens, String variant, String token) {
        String lower = variant.toLowerCase(Locale.ROOT);
        tokens.putIfAbsent(lower, token);
        tokens.putIfAbsent(lower.endsWith("y") ? lower.substring(0, lower.length() - 1) + "ies" : lower + "s", token);
    }

    private static CharsRef words(String variant) {
        List<String> words = new ArrayList<>();
        var matcher = WORD.matcher(variant);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        if (words.isEmpty()) {
            words.add(variant);
        }
        return SynonymMap.Builder.join(words.toArray(String[]::new), new CharsRefBuilder());
    }
}
