package dev.rolewise.cascade;

import dev.rolewise.cascade.model.ModelTier;
import dev.rolewise.cascade.money.Price;

/**
 * One tier of the cascade that asks a model.
 *
 * @param model whom it asks
 * @param price what the model's tokens cost
 * @param maxOutputTokens the most that one answer may take
 */
public record Rung(ModelTier model, Price price, int maxOutputTokens) {}
