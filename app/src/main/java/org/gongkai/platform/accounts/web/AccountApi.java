package org.gongkai.platform.accounts.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.gongkai.platform.accounts.AccountDesk;
import org.gongkai.platform.accounts.AccountId;
import org.gongkai.platform.accounts.AccountOffice;
import org.gongkai.platform.accounts.Session;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts for programs (账号接口): one's own, and all of the agency for the operator. */
@RestController
class AccountApi {
    private final AccountDesk desk;
    private final AccountOffice office;

    AccountApi(AccountDesk desk, AccountOffice office) {
        this.desk = desk;
        this.office = office;
    }

    /** One's own account. */
    record Own(
            long id,
            long person,
            String username,
            String name,
            List<Role> roles,
            boolean otp,
            int recoveryCodesLeft) {}

    /** An open session. */
    record OpenSession(
            long id,
            Session.Channel channel,
            String device,
            String address,
            Instant openedAt,
            Instant lastUsedAt,
            Instant expiresAt,
            boolean current) {}

    /** An account as the operator sees it. */
    record Line(
            long id,
            long person,
            String name,
            String username,
            boolean hasPassword,
            boolean disabled,
            boolean locked,
            boolean otp,
            Instant createdAt) {
        static Line of(AccountOffice.Listed it) {
            var account = it.account();
            return new Line(
                    account.id().value(),
                    account.person().value(),
                    it.name(),
                    account.username(),
                    account.hasPassword(),
                    account.disabled(),
                    it.locked(),
                    account.secondFactor(),
                    account.createdAt());
        }
    }

    /** A person for whom an account can be opened. */
    record Candidate(long person, String name, String post) {}

    /** A new account. */
    record NewAccount(@Nullable Long person, @Nullable String username) {}

    /** A one-time secret, told once. */
    record Secret(String secret) {
        @Override
        public String toString() {
            return "Secret";
        }
    }

    @GetMapping("/api/v1/account")
    Own own(Actor actor) {
        var account = desk.account(actor);
        return new Own(
                account.id().value(),
                account.person().value(),
                account.username(),
                actor.name(),
                TokenApi.roles(actor),
                account.secondFactor(),
                desk.recoveryCodesLeft(actor));
    }

    @GetMapping("/api/v1/account/sessions")
    Items<OpenSession> sessions(Actor actor, Session session) {
        return Items.whole(desk.sessions(actor))
                .map(
                        it ->
                                new OpenSession(
                                        it.id(),
                                        it.channel(),
                                        it.device(),
                                        it.address(),
                                        it.openedAt(),
                                        it.lastUsedAt(),
                                        it.expiresAt(),
                                        it.id() == session.id()));
    }

    @DeleteMapping("/api/v1/account/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(@PathVariable long id, Actor actor) {
        desk.endSession(actor, id);
    }

    @GetMapping("/api/v1/accounts")
    Items<Line> list(@RequestParam(defaultValue = "") String find, Paging paging, Actor actor) {
        return office.list(actor, find.strip(), paging).map(Line::of);
    }

    /** People who have no account yet. */
    @GetMapping("/api/v1/accounts/candidates")
    Items<Candidate> candidates(Actor actor) {
        return Items.whole(office.withoutAccount(actor))
                .map(it -> new Candidate(it.person().value(), it.name(), it.post()));
    }

    @GetMapping("/api/v1/accounts/{id}")
    Line one(@PathVariable long id, Actor actor) {
        return Line.of(office.read(actor, new AccountId(id)));
    }

    @PostMapping("/api/v1/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    Line open(@RequestBody NewAccount wanted, Actor actor) {
        if (wanted.person() == null) {
            throw Refusal.invalid("person", "refusals.field.required");
        }
        String username = Objects.requireNonNullElse(wanted.username(), "");
        var id = office.open(actor, new PersonId(wanted.person()), username);
        return Line.of(office.read(actor, id));
    }

    @PostMapping("/api/v1/accounts/{id}/secret")
    @ResponseStatus(HttpStatus.CREATED)
    Secret invite(@PathVariable long id, Actor actor) {
        return new Secret(office.invite(actor, new AccountId(id)));
    }

    @PostMapping("/api/v1/accounts/{id}/steps/{step}")
    Line step(@PathVariable long id, @PathVariable String step, Actor actor) {
        AccountStep.named(step).take(office, actor, new AccountId(id));
        return Line.of(office.read(actor, new AccountId(id)));
    }
}
