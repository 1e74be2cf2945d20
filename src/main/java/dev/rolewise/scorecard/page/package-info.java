/**
 * The whole scorecard for people: one page that needs nothing else, and a Markdown table.
 *
 * <p>Belongs to the scorecard and uses its figures only. Start reading at {@link
 * dev.rolewise.scorecard.page.ScorecardPage}.
 */
@NullMarked
package dev.rolewise.scorecard.page;

import org.jspecify.annotations.NullMarked;
