package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cascade.money.Holder;
import dev.rolewise.cascade.money.Spent;
import dev.rolewise.question.Usd;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares the running sums of the ledger with its calls. */
final class LedgerSums {
    private LedgerSums() {}

    static void assertAgree(Database database) {
        assertThat(kept(database)).isEqualTo(summedUp(database));
    }

    private static Map<String, Spent> summedUp(Database database) {
        List<CallRow> calls = database.read(handle -> handle.createQuery("SELECT * FROM model_call")
                .map((row, context) -> CallRow.of(row))
                .list());
        Map<String, Spent> sums = new TreeMap<>();
        for (CallRow call : calls) {
            call.payers()
                    .forEach((holder, id) ->
                            sums.merge(key(holder, id, holder.period(call.reservedAt())), of(call), LedgerSums::plus));
        }
        return sums;
    }

    private static Spent of(CallRow call) {
        return new Spent(call.counted(), call.cost(), call.calls());
    }

    private static Spent plus(Spent one, Spent other) {
        return new Spent(
                one.money().plus(other.money()), one.settled().plus(other.settled()), one.calls() + other.calls());
    }

    private static Map<String, Spent> kept(Database database) {
        Map<String, Spent> sums = new TreeMap<>();
        database.read(handle -> handle.createQuery("SELECT * FROM spending")
                        .map((row, context) -> Map.entry(
                                key(
                                        Holder.valueOf(row.getString("holder")),
                                        row.getString("holder_id"),
                                        row.getString("period")),
                                new Spent(
                                        new Usd(row.getLong("money_nanos")),
                                        new Usd(row.getLong("settled_nanos")),
                                        row.getInt("calls"))))
                        .list())
                .forEach(sum -> sums.put(sum.getKey(), sum.getValue()));
        return sums;
    }

    private static String key(Holder holder, String id, String period) {
        return holder + " " + id + " " + period;
    }
}
