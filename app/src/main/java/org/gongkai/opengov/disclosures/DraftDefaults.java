package org.gongkai.opengov.disclosures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a clerk would choose again (沿用上次): what stood in their own last documents, best in the same
 * column. Nothing is decided by it: it is shown in the form, and signed by every level.
 */
@Component
class DraftDefaults {
    /** The items under which a kind falls by its nature. */
    private static final Map<DocumentKind, Article20Item> BY_KIND =
            Map.of(
                    DocumentKind.NORMATIVE_DOCUMENT, Article20Item.REGULATIONS,
                    DocumentKind.PLAN, Article20Item.PLANS);

    private static final int LOOKED_AT = 20;

    private final Documents documents;
    private final Columns columns;
    private final Organization organization;

    DraftDefaults(Documents documents, Columns columns, Organization organization) {
        this.documents = documents;
        this.columns = columns;
        this.organization = organization;
    }

    /** Their last documents in sections for which they still draft, newest first. */
    List<Document> last(Actor actor) {
        return documents.lastBy(actor.person(), LOOKED_AT).stream()
                .filter(it -> actor.has(Role.CLERK, it.section()))
                .filter(it -> columns.column(it.column()).isOpen())
                .toList();
    }

    /** Where they last wrote, as typed: kind, section and column. */
    DocumentInput place(Actor actor) {
        return last(actor).stream()
                .findFirst()
                .map(
                        it ->
                                DocumentInput.at(
                                        it.kind().slug(),
                                        organization.section(it.section()).key(),
                                        columns.column(it.column()).key()))
                .orElseGet(DocumentInput::nothing);
    }

    /** Fills in what was not typed about openness and source. */
    DocumentInput fill(Actor actor, DocumentInput typed) {
        var before = lastLike(actor, typed).map(it -> documents.workingCopy(it.id()).content());
        var attribute =
                chosen(typed.attribute(), before.map(DocumentContent::attribute).orElse(null));
        var kind = Optional.ofNullable(typed.kind()).flatMap(DocumentKind::named);
        var byKind = kind.map(BY_KIND::get).map(Article20Item::number).orElse(null);
        var item =
                Objects.requireNonNullElseGet(
                        typed.article20Item(),
                        () ->
                                Objects.requireNonNullElse(
                                        byKind,
                                        before.map(DocumentContent::article20Item).orElse(0)));
        var source =
                Optional.ofNullable(typed.source())
                        .or(() -> before.map(DocumentContent::source).filter(Source::own))
                        .orElse(null);
        return issuedByUs(actor, typed, kind)
                .withOpenness(
                        attribute,
                        chosen(typed.legalGround(), ground(attribute, item, before.orElse(null))),
                        item == 0 ? null : item,
                        source);
    }

    /** A normative document of the agency, unless somebody says otherwise. */
    private DocumentInput issuedByUs(
            Actor actor, DocumentInput typed, Optional<DocumentKind> kind) {
        if (kind.filter(it -> it.has("issuer")).isEmpty()) {
            return typed;
        }
        var fields = new HashMap<String, @Nullable String>();
        fields.put("issuer", organization.agency(actor.agency()).name());
        if (typed.fields() != null) {
            fields.putAll(typed.fields());
        }
        return typed.withBody(Objects.requireNonNullElse(typed.bodyHtml(), ""), fields);
    }

    private static @Nullable String ground(
            @Nullable String attribute, int item, @Nullable DocumentContent before) {
        if (PublicAttribute.PROACTIVE.term().equals(attribute)) {
            return Article20Item.numbered(item).map(Article20Item::ground).orElse(null);
        }
        return before == null ? null : before.legalGround();
    }

    private Optional<Document> lastLike(Actor actor, DocumentInput typed) {
        var column =
                Optional.ofNullable(typed.column())
                        .flatMap(it -> columns.find(actor.agency(), it))
                        .map(SiteColumn::id);
        var mine = last(actor);
        return mine.stream()
                .filter(it -> column.filter(it.column()::equals).isPresent())
                .findFirst()
                .or(() -> mine.stream().findFirst());
    }

    private static @Nullable String chosen(@Nullable String typed, @Nullable String usual) {
        return typed == null || typed.isBlank() ? usual : typed;
    }
}
