package dev.rolewise.picture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The pixels of a picture as places in a palette of at most 256 colours. Flat colours stay exact; the steps between text and
 * its background become coarser, by less than the eye can see at the size of a pixel.
 */
final class IndexedPixels {
    private static final int MOST = 128;

    /** Five bits of each of alpha, red, green and blue name a bucket of like colours. */
    private static final int BUCKETS = 1 << 20;

    private final int[] palette;
    private final byte[] indices;

    private IndexedPixels(int[] palette, byte[] indices) {
        this.palette = palette;
        this.indices = indices;
    }

    /** The same for the same pixels. */
    static IndexedPixels of(int[] argb) {
        int[] counts = new int[BUCKETS];
        int[] longest = new int[BUCKETS];
        int[] colors = new int[BUCKETS];
        for (int from = 0, to; from < argb.length; from = to) {
            to = runEnd(argb, from);
            int bucket = bucket(argb[from]);
            counts[bucket] += to - from;
            if (to - from > longest[bucket]) {
                longest[bucket] = to - from;
                colors[bucket] = argb[from];
            }
        }
        int[] used = IntStream.range(0, BUCKETS).filter(b -> counts[b] > 0).toArray();
        int[] palette =
                Arrays.stream(mostUsed(used, counts)).map(b -> colors[b]).toArray();
        byte[] places = new byte[BUCKETS];
        for (int bucket : used) {
            places[bucket] = (byte) nearest(palette, colors[bucket]);
        }
        byte[] indices = new byte[argb.length];
        for (int from = 0, to; from < argb.length; from = to) {
            to = runEnd(argb, from);
            Arrays.fill(indices, from, to, places[bucket(argb[from])]);
        }
        return new IndexedPixels(palette, indices);
    }

    /** Colours as ARGB; the array itself. */
    int[] palette() {
        return palette;
    }

    /** A place in the palette for each pixel; the array itself. */
    byte[] indices() {
        return indices;
    }

    private static int runEnd(int[] argb, int from) {
        int to = from + 1;
        while (to < argb.length && argb[to] == argb[from]) {
            to++;
        }
        return to;
    }

    private static int[] mostUsed(int[] used, int[] counts) {
        return Arrays.stream(used)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(b -> -counts[b]).thenComparing(b -> b))
                .limit(MOST)
                .mapToInt(b -> b)
                .toArray();
    }

    private static int bucket(int argb) {
        return (argb >>> 12 & 0xF8000) | (argb >>> 9 & 0x7C00) | (argb >>> 6 & 0x3E0) | (argb >>> 3 & 0x1F);
    }

    private static int nearest(int[] palette, int argb) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length && least > 0; i++) {
            int distance = 0;
            for (int shift = 0; shift < 32; shift += 8) {
                int difference = (argb >>> shift & 0xFF) - (palette[i] >>> shift & 0xFF);
                distance += difference * difference;
            }
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
