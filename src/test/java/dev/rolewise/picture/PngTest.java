package dev.rolewise.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
    @Test
    void flat_colours_come_back_exactly() throws IOException {
        BufferedImage picture = new BufferedImage(7, 3, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(3, 1, 0xFF123456);
        picture.setRGB(4, 1, 0x80FFFFFF);

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.of(picture)));

        assertThat(read.getWidth()).isEqualTo(7);
        assertThat(read.getHeight()).isEqualTo(3);
        assertThat(read.getRGB(0, 0)).isZero();
        assertThat(read.getRGB(3, 1)).isEqualTo(0xFF123456);
        assertThat(read.getRGB(4, 1)).isEqualTo(0x80FFFFFF);
    }

    @Test
    void more_colours_than_a_palette_holds_come_back_near() throws IOException {
        BufferedImage picture = new BufferedImage(256, 2, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < 256; x++) {
            picture.setRGB(x, 0, 0xFF000000 | x << 16 | x << 8 | x);
            picture.setRGB(x, 1, 0xFF000000 | x << 16 | (255 - x));
        }

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.of(picture)));

        for (int x = 0; x < 256; x++) {
            assertThat(Math.abs((read.getRGB(x, 0) & 0xFF) - x)).isLessThanOrEqualTo(8);
            assertThat(Math.abs((read.getRGB(x, 1) >> 16 & 0xFF) - x)).isLessThanOrEqualTo(8);
        }
    }
}
