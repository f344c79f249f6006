package org.vigie.budget;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.vigie.identity.Caller;
import org.vigie.metering.Alert;
import org.vigie.metering.Alerts;

/** What somebody was told of budgets, until they say that they have read it. */
@Singleton
final class OwnAlerts {
    private final Alerts alerts;

    @Inject
    OwnAlerts(Alerts alerts) {
        this.alerts = alerts;
    }

    /** The most urgent first. */
    List<Alert> unread(Caller caller) {
        return alerts.unreadBy(caller.person());
    }

    /** They have read all of it. */
    void read(Caller caller) {
        alerts.read(caller.person());
    }
}
