package dev.rolewise.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in one line for the operator what the failures of one database mean. */
interface Faults {
    /** What {@code failure} means: the causes of it hold what the database has said. */
    DatabaseException of(Throwable failure);

    /** The innermost word of a driver, which says more than what is wrapped around it. */
    static Optional<SQLException> said(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce((outer, inner) -> inner);
    }

    static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
