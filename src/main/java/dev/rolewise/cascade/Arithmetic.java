package dev.rolewise.cascade;

/** Values of expressions in numbers, {@code + - * /}, brackets and {@code %}. All methods take any text. */
final class Arithmetic {
    private static final int MAX_DEPTH = 20;

    private final String text;
    private int at;

    private Arithmetic(String text) {
        this.text = text;
    }

    /** The value; NaN for anything that is no such expression. */
    static double value(String expression) {
        Arithmetic reader = new Arithmetic(expression.replaceAll("[\\s$,]", ""));
        double value = reader.sum(0);
        return reader.at == reader.text.length() ? value : Double.NaN;
    }

    private double sum(int depth) {
        double value = product(depth);
        while (next('+') || next('-')) {
            value = text.charAt(at++) == '+' ? value + product(depth) : value - product(depth);
        }
        return value;
    }

    private double product(int depth) {
        double value = factor(depth);
        while (next('*') || next('/')) {
            value = text.charAt(at++) == '*' ? value * factor(depth) : value / factor(depth);
        }
        return value;
    }

    private double factor(int depth) {
        if (next('-')) {
            at++;
            return depth > MAX_DEPTH ? Double.NaN : -factor(depth + 1);
        }
        double value;
        if (next('(') && depth <= MAX_DEPTH) {
            at++;
            value = sum(depth + 1);
            if (!next(')')) {
                return Double.NaN;
            }
            at++;
        } else {
            value = digits();
        }
        if (next('%')) {
            at++;
            return value / 100;
        }
        return value;
    }

    private double digits() {
        int from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        try {
            return from == at ? Double.NaN : Double.parseDouble(text.substring(from, at));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private boolean next(char c) {
        return at < text.length() && text.charAt(at) == c;
    }
}
