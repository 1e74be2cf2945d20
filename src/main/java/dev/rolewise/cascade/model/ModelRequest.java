package dev.rolewise.cascade.model;

import java.nio.charset.StandardCharsets;

/**
 * What a model is asked.
 *
 * @param system our instructions
 * @param user the passages and the question
 * @param maxOutputTokens after which the provider cuts its answer off; above zero
 */
public record ModelRequest(String system, String user, int maxOutputTokens) {
    public ModelRequest {
        if (maxOutputTokens < 1) {
            throw new IllegalArgumentException("at least one token has to be allowed for the answer");
        }
    }

    /** Bytes of both texts in UTF-8: no tokeniser makes more tokens of them. */
    public int inputBytes() {
        return system.getBytes(StandardCharsets.UTF_8).length + user.getBytes(StandardCharsets.UTF_8).length;
    }
}
