package org.vigie.budget;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.vigie.audit.Act;
import org.vigie.audit.AuditLog;
import org.vigie.identity.Caller;
import org.vigie.metering.Alert;
import org.vigie.metering.Alerts;

/** What somebody was told of budgets, until they say that they have read it. */
@Singleton
final class OwnAlerts {
    private final Alerts alerts;
    private final AuditLog audit;

    @Inject
    OwnAlerts(Alerts alerts, AuditLog audit) {
        this.alerts = alerts;
        this.audit = audit;
    }

    /** The most urgent first. */
    List<Alert> unread(Caller caller) {
        return alerts.unreadBy(caller.person());
    }

    /** They have read all of it. */
    void read(Caller caller) {
        audit.act(Act.now(caller.person(), "budget.alert_read", "budgets"));
        alerts.read(caller.person());
    }
}
