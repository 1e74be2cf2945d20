package dev.rolewise.picture;

import java.util.List;
import java.util.stream.Stream;

/**
 * A result to draw: a bar for each share, then one scale for each dimension with where a person stands beside the roles. What
 * is too long, too many or off its scale is refused with an IllegalArgumentException that says so.
 *
 * @param title at most {@link TablePicture#MAX_LINE} characters
 * @param subtitle at most {@link TablePicture#MAX_LINE} characters; empty for none
 * @param who the name of the person's mark in the legend: "You"
 * @param shares 1 to {@link #MAX_ROLES}, in the order in which they are shown
 * @param scales at most {@link #MAX_SCALES}
 * @param footer at most {@link TablePicture#MAX_CELL} characters; empty for none
 */
public record ScaleChart(
        String title, String subtitle, String who, List<Share> shares, List<Scale> scales, String footer) {
    /** The most roles: each has a shape and a colour of its own. */
    public static final int MAX_ROLES = Mark.ROLES.size();

    /** The most scales. */
    public static final int MAX_SCALES = 10;

    /** The longest name of a role or a scale, in characters. */
    public static final int MAX_LABEL = 60;

    /** The longest text at the end of a scale, in characters. */
    public static final int MAX_END = 110;

    /**
     * The share of one role.
     *
     * @param label name of the role
     * @param percent 0 to 100
     */
    public record Share(String label, int percent) {
        public Share {
            Limits.length("label", label, MAX_LABEL);
            Limits.count("per cent", percent, 0, 100);
        }
    }

    /**
     * One dimension.
     *
     * @param label what it is: "Maths"
     * @param low what its left end means
     * @param high what its right end means
     * @param member where the person stands, from 0 (left) to 1 (right)
     * @param roles where the roles stand, each at most once
     */
    public record Scale(String label, String low, String high, double member, List<Point> roles) {
        public Scale {
            roles = List.copyOf(roles);
            Limits.length("label", label, MAX_LABEL);
            Limits.length("low end", low, MAX_END);
            Limits.length("high end", high, MAX_END);
            Limits.share("place on a scale", member);
            Limits.count(
                    "different roles on a scale",
                    (int) roles.stream().map(Point::label).distinct().count(),
                    roles.size(),
                    MAX_ROLES);
        }
    }

    /**
     * Where a role stands on a scale.
     *
     * @param label name of the role
     * @param at from 0 (left) to 1 (right)
     */
    public record Point(String label, double at) {
        public Point {
            Limits.length("label", label, MAX_LABEL);
            Limits.share("place on a scale", at);
        }
    }

    public ScaleChart {
        shares = List.copyOf(shares);
        scales = List.copyOf(scales);
        Limits.length("title", title, TablePicture.MAX_LINE);
        Limits.length("subtitle", subtitle, TablePicture.MAX_LINE);
        Limits.length("who", who, MAX_LABEL);
        Limits.length("footer", footer, TablePicture.MAX_CELL);
        Limits.count("shares", shares.size(), 1, MAX_ROLES);
        Limits.count("scales", scales.size(), 0, MAX_SCALES);
        Limits.count("roles", labels(shares, scales).size(), 1, MAX_ROLES);
    }

    /** A result shown to the person whom it is about. */
    public ScaleChart(String title, String subtitle, List<Share> shares, List<Scale> scales, String footer) {
        this(title, subtitle, "You", shares, scales, footer);
    }

    /** The names of all roles, those with shares first. */
    List<String> labels() {
        return labels(shares, scales);
    }

    private static List<String> labels(List<Share> shares, List<Scale> scales) {
        Stream<String> points =
                scales.stream().flatMap(scale -> scale.roles().stream().map(Point::label));
        return Stream.concat(shares.stream().map(Share::label), points)
                .distinct()
                .toList();
    }
}
