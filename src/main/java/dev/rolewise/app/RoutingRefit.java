package dev.rolewise.app;

import dev.rolewise.cascade.Calibration;
import dev.rolewise.cascade.RouteLog.Routes;
import dev.rolewise.question.Tier;

/** Fits the thresholds of routing to what was asked lately and how its answers were rated. */
final class RoutingRefit implements Refit {
    private final Services services;
    private final Routes routes;
    private final RoutingFile file;
    private final double strongShare;

    /** {@code strongShare} is the wished one, 0 to 1. */
    RoutingRefit(Services services, Routes routes, RoutingFile file, double strongShare) {
        this.services = services;
        this.routes = routes;
        this.file = file;
        this.strongShare = strongShare;
    }

    @Override
    public String name() {
        return "routing";
    }

    @Override
    public Proposal propose() {
        if (!services.has(Tier.CHEAP) && !services.has(Tier.STRONG)) {
            return new Proposal.Nothing("no model is set up, so there is nothing to route (tiers.cheap, tiers.strong)");
        }
        Calibration.Proposal found = Calibration.propose(routes, services.routing(), strongShare);
        if (found instanceof Calibration.Proposal.Declined declined) {
            return new Proposal.Nothing(declined.why());
        }
        Calibration.Proposal.Change change = (Calibration.Proposal.Change) found;
        return new Proposal.Change(change.lines(), () -> {
            file.write(change.routing());
            return "written to " + file + "; it counts from the next start of the bot";
        });
    }

    @Override
    public String undo() throws OperatorException {
        return file.undo();
    }
}
