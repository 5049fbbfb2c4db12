package org.gradus.audit;

/// Nothing is entered and nothing sold at the market while nobody trades: but for stops, which may rest.
final class HoursAuditor implements Auditor {
    @Override
    public void decision(Line line, Fact decision, World world, Findings findings) {
        if (!decision.is("kind", "order") || !decision.is("action", "submit")) {
            return;
        }
        String instrument = decision.text("instrument");
        findings.hold(decision.is("purpose", "protective-stop") || !world.closed(instrument), "traded",
                () -> decision.text("purpose") + " in " + instrument + ", which is not traded now");
    }
}
