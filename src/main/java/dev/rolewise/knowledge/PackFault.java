package dev.rolewise.knowledge;

/**
 * One thing that is wrong in a pack.
 *
 * @param file path relative to the pack's folder
 * @param line counted from 1; 0 where the file is missing or cannot be read at all
 * @param problem what is wrong, one clause
 * @param remedy what to do about it, one clause
 */
public record PackFault(String file, int line, String problem, String remedy) {
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line : file;
        return place + ": " + problem + "; " + remedy;
    }
}
