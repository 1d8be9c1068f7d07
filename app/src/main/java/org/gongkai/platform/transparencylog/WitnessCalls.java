package org.gongkai.platform.transparencylog;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Calls those witnesses that have an address (联网见证), c2sp.org/tlog-witness: {@code POST
 * <address>/add-checkpoint}. Nothing is called unless the operator has entered an address.
 */
@Component
class WitnessCalls {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessCalls.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String SIZE = "text/x.tlog.size";
    private static final int LONGEST = 100_000;

    private final Witnesses witnesses;
    private final Witnessing witnessing;
    private final Checkpoints checkpoints;
    private final WitnessNews news;
    private final TransactionTemplate transaction;

    WitnessCalls(
            Witnesses witnesses,
            Witnessing witnessing,
            Checkpoints checkpoints,
            WitnessNews news,
            TransactionTemplate transaction) {
        this.witnesses = witnesses;
        this.witnessing = witnessing;
        this.checkpoints = checkpoints;
        this.news = news;
        this.transaction = transaction;
    }

    /** Asks each that has not seen the newest head. */
    @Scheduled(fixedDelay = 20_000, initialDelay = 10_000)
    void callAll() {
        var size = checkpoints.size();
        for (var witness : witnesses.all()) {
            if (witness.address() != null && witness.seen() < size) {
                call(witness);
            }
        }
    }

    private void call(Witness witness) {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = ask(client, witness, witness.seen());
            if (answer.statusCode() == 409) {
                // It has seen more of us than we know, or less: it says how much.
                var seen = sizeIn(answer);
                if (seen.isEmpty()) {
                    LOG.warn("Witness {} has seen something else", witness.name());
                    return;
                }
                answer = ask(client, witness, seen.get());
            }
            if (answer.statusCode() != 200 || answer.body().length() > LONGEST) {
                LOG.warn("Witness {} answered {}", witness.name(), answer.statusCode());
                return;
            }
            var lines = answer.body();
            transaction.executeWithoutResult(
                    status -> {
                        if (witnessing.take(witness, lines).isEmpty()) {
                            LOG.warn("Witness {} answered with no line of its", witness.name());
                        } else {
                            news.tell();
                        }
                    });
        } catch (IOException | IllegalArgumentException away) {
            LOG.warn("Witness {} did not answer: {}", witness.name(), away.toString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> ask(HttpClient client, Witness witness, long old)
            throws IOException, InterruptedException {
        var body =
                witnessing
                        .request(old)
                        .orElseThrow(() -> new IOException("nothing to ask from size " + old));
        var address = URI.create(witness.address() + "/add-checkpoint");
        return client.send(
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static Optional<Long> sizeIn(HttpResponse<String> answer) {
        var text = answer.body().strip();
        var isSize = answer.headers().firstValue("Content-Type").filter(SIZE::equals).isPresent();
        return isSize && text.matches("0|[1-9]\\d{0,17}")
                ? Optional.of(Long.parseLong(text))
                : Optional.empty();
    }
}
