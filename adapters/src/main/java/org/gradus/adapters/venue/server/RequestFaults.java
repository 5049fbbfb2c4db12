package org.gradus.adapters.venue.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectableChannelEndPoint;
import org.gradus.adapters.venue.VenueJson;
import org.gradus.adapters.venue.fault.FaultKind;
import org.gradus.adapters.venue.fault.FaultRule;
import org.gradus.adapters.venue.fault.Faults;
import org.gradus.adapters.venue.stream.Timers;

/// What goes wrong with HTTP requests. Usable from any thread.
final class RequestFaults {
    /// Longer than any client waits for an answer that does not come.
    private static final long DROPPED_S = 120;
    private static final int TOO_MANY = 429;

    private final Faults faults;
    private final Timers timers;

    RequestFaults(Faults faults, Timers timers) {
        this.faults = faults;
        this.timers = timers;
    }

    /// What happens before the request takes effect.
    ///
    /// @return whether it shall not take effect: it has its answer, or never will
    boolean before(Context context, String subject) {
        faults.strike(FaultKind.DELAY, subject).ifPresent(rule -> pause(rule.argument()));
        return strikes(context, subject, FaultKind.DROP, FaultKind.RESET, FaultKind.ANSWER, FaultKind.PAGE);
    }

    /// What happens after it took effect.
    ///
    /// @return whether it has another answer than its own, or none
    boolean after(Context context, String subject) {
        return strikes(context, subject, FaultKind.DROP_AFTER, FaultKind.RESET_AFTER, FaultKind.ANSWER_AFTER,
                FaultKind.PAGE_AFTER);
    }

    private boolean strikes(Context context, String subject, FaultKind drop, FaultKind reset, FaultKind answer,
                            FaultKind page) {
        if (faults.strike(drop, subject).isPresent()) {
            leaveUnanswered(context);
            timers.after(DROPPED_S, TimeUnit.SECONDS, () -> reset(context));
            return true;
        }
        if (faults.strike(reset, subject).isPresent()) {
            leaveUnanswered(context);
            reset(context);
            return true;
        }
        Optional<FaultRule> error = faults.strike(answer, subject);
        if (error.isPresent()) {
            int status = (int) error.get().argument();
            context.status(status).contentType("application/json").result(VenueJson.bytes(VenueJson.object()
                    .put("code", code(status)).put("message", text(status))));
            return true;
        }
        Optional<FaultRule> html = faults.strike(page, subject);
        html.ifPresent(rule -> {
            int status = (int) rule.argument();
            context.status(status).contentType("text/html").result(HttpDoor.page(status + " " + text(status)));
        });
        return html.isPresent();
    }

    /// As the service spells them: the class of the status, and how it goes on.
    private static int code(int status) {
        return status == TOO_MANY ? 42910000 : status * 100_000 + 10_000;
    }

    private static String text(int status) {
        return switch (status) {
            case 429 -> "rate limit exceeded";
            case 500 -> "internal server error";
            case 502 -> "bad gateway";
            case 503 -> "service unavailable";
            case 504 -> "gateway timeout";
            default -> "error";
        };
    }

    private static void pause(long durationNs) {
        long untilNs = System.nanoTime() + durationNs;
        for (long restNs = durationNs; restNs > 0; restNs = untilNs - System.nanoTime()) {
            LockSupport.parkNanos(restNs);
        }
    }

    private static void leaveUnanswered(Context context) {
        context.future(CompletableFuture::new);
    }

    /// With a linger of zero the peer sees a reset instead of an orderly end.
    private static void reset(Context context) {
        EndPoint endPoint = ServletContextRequest.getServletContextRequest(context.req()).getConnectionMetaData()
                .getConnection().getEndPoint();
        if (endPoint instanceof SelectableChannelEndPoint tcp && tcp.getChannel() instanceof SocketChannel channel) {
            try {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException gone) {
                endPoint.close(gone);
                return;
            }
        }
        endPoint.close();
    }
}
