package org.gongkai.platform.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.platform.accounts.AccountOpening;
import org.gongkai.platform.organization.FirstAgency;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.settings.Settings;
import org.gongkai.platform.settings.StartProblem;
import org.gongkai.platform.settings.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The operator of a new installation (首个系统管理员): real work does not start without an agency and an
 * account to enter it, and both come from a file that the operator wrote, never from a default. ADR
 * 0007.
 */
@Component
class FirstOperator implements SmartLifecycle {
    private final Settings settings;
    private final Organization organization;
    private final FirstAgency firstAgency;
    private final AccountOpening accounts;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final String file;
    private volatile boolean present;

    FirstOperator(
            Settings settings,
            Organization organization,
            FirstAgency firstAgency,
            AccountOpening accounts,
            TransactionTemplate transaction,
            JsonMapper json,
            @Value("${GONGKAI_SETUP_FILE:}") String file) {
        this.settings = settings;
        this.organization = organization;
        this.firstAgency = firstAgency;
        this.accounts = accounts;
        this.transaction = transaction;
        this.json = json;
        this.file = file;
    }

    @Override
    public void start() {
        if (settings.production() && organization.agencies().isEmpty()) {
            open(read());
        }
        present = true;
    }

    private SetUp read() {
        if (file.isBlank()) {
            throw StartRefused.because("operations.set-up.missing");
        }
        Path path = Path.of(file).toAbsolutePath();
        if (!Files.isReadable(path)) {
            throw StartRefused.because("operations.set-up.unreadable", path);
        }
        try {
            return json.readValue(path.toFile(), SetUp.class);
        } catch (JacksonException e) {
            // Its message may quote the file, and the file holds a password.
            throw StartRefused.because("operations.set-up.malformed", path);
        }
    }

    private void open(SetUp setUp) {
        try {
            transaction.executeWithoutResult(
                    status -> {
                        var person =
                                firstAgency.open(setUp.agency(), setUp.prefix(), setUp.operator());
                        accounts.open(person, setUp.username(), setUp.password());
                    });
        } catch (Refusal e) {
            throw new StartRefused(e.problems().stream().map(FirstOperator::problem).toList());
        }
        System.out.println(Words.say("operations.set-up.done", setUp.username(), file));
    }

    private static StartProblem problem(FieldProblem problem) {
        return StartProblem.of(
                "operations.set-up.wrong",
                problem.field(),
                StartProblem.of(problem.messageKey(), problem.arguments().toArray()).sentence());
    }

    @Override
    public void stop() {
        present = false;
    }

    @Override
    public boolean isRunning() {
        return present;
    }

    /** After the installation is open, before the web server. */
    @Override
    public int getPhase() {
        return 1;
    }
}
