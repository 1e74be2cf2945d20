package dev.rolewise.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rolewise.command.Attachment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class PictureMakerTest {
    /** What a picture may weigh. */
    private static final int MAX_BYTES = 200_000;

    private static final PictureMaker MAKER = PictureMaker.open().orElseThrow();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void a_table_is_a_png_of_the_usual_width_and_small(int roles) throws IOException {
        Attachment picture = MAKER.table(Samples.table(roles, 8));

        assertThat(picture.name()).isEqualTo("who-looks-after-what.png");
        assertThat(picture.mediaType()).isEqualTo("image/png");
        assertThat(picture.bytes()).hasSizeLessThan(MAX_BYTES);
        assertThat(read(picture).getWidth()).isEqualTo(Sheet.WIDTH);
        assertThat(read(picture).getHeight()).isBetween(600, Sheet.MAX_HEIGHT);
    }

    @Test
    void a_result_is_a_png_of_the_usual_width_and_small() throws IOException {
        Attachment picture = MAKER.scales(Samples.chart(10));

        assertThat(picture.name()).isEqualTo("tree-surgeon-clearly.png");
        assertThat(picture.bytes()).hasSizeLessThan(MAX_BYTES);
        assertThat(read(picture).getWidth()).isEqualTo(Sheet.WIDTH);
        assertThat(MAKER.scales(Samples.chart(0)).bytes()).hasSizeLessThan(picture.bytes().length);
    }

    @Test
    void the_fullest_table_that_a_pack_can_make_is_drawn() {
        assertThat(MAKER.table(Samples.longest(3)).bytes()).hasSizeLessThan(MAX_BYTES);
    }

    @Test
    void the_card_covers_all_but_its_round_corners() throws IOException {
        BufferedImage picture = read(MAKER.table(Samples.table(2, 3)));

        assertThat(picture.getRGB(0, 0)).isZero();
        assertThat(picture.getRGB(Sheet.WIDTH - 1, picture.getHeight() - 1)).isZero();
        assertThat(picture.getRGB(Sheet.WIDTH / 2, 1)).isEqualTo(Palette.BORDER.getRGB());
        assertThat(picture.getRGB(Sheet.WIDTH / 2, 10)).isEqualTo(Palette.CARD.getRGB());
    }

    @Test
    void the_same_data_give_the_same_bytes() {
        PictureMaker another = PictureMaker.open().orElseThrow();

        assertThat(another.table(Samples.table(3, 8))).isEqualTo(MAKER.table(Samples.table(3, 8)));
        assertThat(another.scales(Samples.chart(10))).isEqualTo(MAKER.scales(Samples.chart(10)));
    }

    @Test
    void many_threads_draw_the_same() {
        Attachment alone = MAKER.scales(Samples.chart(4));

        List<Attachment> together = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> MAKER.scales(Samples.chart(4)))
                .toList();

        assertThat(together).containsOnly(alone);
    }

    @Test
    void a_result_shows_where_the_person_stands() {
        ScaleChart left = person(0.2);
        ScaleChart right = person(0.8);

        assertThat(MAKER.scales(left)).isNotEqualTo(MAKER.scales(right));
    }

    @Test
    void odd_texts_are_drawn_and_do_not_stop_it() {
        String odd = "👩‍💻 日本語 שלום مرحبا \u202Eevil\u202C \u0000\u0007 Z\u0351\u0352\u0353\u0354 \uD800 \uFFFF "
                + "a\nb\tc https://example.org/" + "x".repeat(90);
        TablePicture table = new TablePicture(
                "日本語 👩‍💻", odd.substring(0, 60), List.of(odd, odd, ""), List.of(List.of(odd, odd, " ")), odd);

        assertThat(MAKER.table(table).name()).isEqualTo("picture.png");
    }

    @Test
    void a_picture_that_would_be_too_high_is_refused() {
        List<String> row = List.of("A", "W".repeat(320), "W".repeat(320), "W".repeat(320), "W".repeat(320));
        TablePicture table =
                new TablePicture("Wide", "", List.of("", "A", "B", "C", "D"), Collections.nCopies(8, row), "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MAKER.table(table))
                .withMessageContaining("4500 pixels high");
    }

    @Test
    void a_machine_that_cannot_draw_gets_no_pictures_and_one_warning() {
        assertThat(warnings(name -> {
                    throw new FileNotFoundException("no font");
                }))
                .containsExactly("pictures are off: java.io.FileNotFoundException: no font; tables are shown as text");
        assertThat(warnings(name -> new ByteArrayInputStream(new byte[100])))
                .singleElement()
                .asString()
                .contains("FontFormatException");
        assertThat(warnings(name -> {
                    throw new Error("Fontconfig head is null");
                }))
                .singleElement()
                .asString()
                .contains("Fontconfig head is null");
        assertThat(warnings(name -> {
                    throw new UnsatisfiedLinkError("libfreetype.so.6");
                }))
                .singleElement()
                .asString()
                .contains("libfreetype.so.6");
    }

    @Test
    void the_search_for_system_fonts_is_only_off_while_drawing_starts() {
        assertThat(System.getProperty("sun.awt.fontconfig")).isNull();
        assertThat(System.getProperty("java.awt.headless")).isEqualTo("true");
    }

    private static List<String> warnings(Typeface.Files files) {
        Logger logger = (Logger) LoggerFactory.getLogger(PictureMaker.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            assertThat(PictureMaker.open(files)).isEmpty();
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list).allMatch(event -> event.getLevel() == Level.WARN);
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static ScaleChart person(double at) {
        ScaleChart.Scale scale = new ScaleChart.Scale("Heights", "low", "high", at, List.of());
        return new ScaleChart("T", "", List.of(new ScaleChart.Share("Florist", 50)), List.of(scale), "");
    }

    private static BufferedImage read(Attachment picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
    }
}
