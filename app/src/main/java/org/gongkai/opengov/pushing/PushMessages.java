package org.gongkai.opengov.pushing;

import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.disclosures.AttachedFile;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.PublicAnswer;
import org.gongkai.opengov.disclosures.PublicDocument;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.files.FileAddress;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes the messages (拟制报文) from what is public at this moment, and from nothing else: the same
 * gate as pages, search and API.
 */
@Component
class PushMessages {
    private final PublicRegister register;
    private final Columns columns;
    private final Organization organization;
    private final PushSettings settings;

    PushMessages(
            PublicRegister register,
            Columns columns,
            Organization organization,
            PushSettings settings) {
        this.register = register;
        this.columns = columns;
        this.organization = organization;
        this.settings = settings;
    }

    /** The message of a push; empty when what it was about is not so any more. */
    Optional<PushMessage> of(Push push) {
        return switch (push.operation()) {
            case PUBLISH, CORRECT, RESTORE ->
                    register.document(push.document())
                            .filter(it -> it.listing().editionNumber() == push.edition())
                            .map(it -> message(push, content(it), null));
            case WITHDRAW -> withdrawal(push).map(it -> message(push, null, it));
            case PURGE -> Optional.of(message(push, null, null));
        };
    }

    private Optional<PushMessage.Takedown> withdrawal(Push push) {
        return register.at(number(push)) instanceof PublicAnswer.Withdrawn withdrawn
                ? Optional.of(
                        new PushMessage.Takedown(
                                withdrawn.reason(),
                                withdrawn.legalBasis(),
                                withdrawn.withdrawnAt()))
                : Optional.empty();
    }

    private PushMessage message(
            Push push,
            PushMessage.@Nullable Content content,
            PushMessage.@Nullable Takedown withdrawal) {
        var agency = organization.agency(push.agency());
        return new PushMessage(
                PushMessage.PROTOCOL,
                push.key(),
                push.document().toString(),
                push.sequence(),
                push.operation().slug(),
                push.edition(),
                push.queuedAt(),
                new PushMessage.Publisher(agency.name(), agency.siteIdCode()),
                push.indexNumber(),
                settings.onSite(number(push).path()),
                content,
                withdrawal);
    }

    private PushMessage.Content content(PublicDocument document) {
        var listing = document.listing();
        var content = document.content();
        return new PushMessage.Content(
                listing.kind().term(),
                listing.title(),
                listing.summary(),
                path(listing.column()),
                section(listing.section()),
                listing.publishedAt(),
                listing.editedAt(),
                listing.documentNumber(),
                listing.formedOn(),
                listing.effectiveOn(),
                listing.expiresOn(),
                content.legalGround(),
                content.article20Item(),
                content.source(),
                content.publicFields(),
                content.bodyHtml(),
                content.correctionNote(),
                document.sha256(),
                files(content.attachments()),
                files(content.images()));
    }

    private List<PushMessage.Place> path(ColumnId column) {
        return columns.pathTo(column).stream()
                .map(it -> new PushMessage.Place(it.key(), it.name()))
                .toList();
    }

    private PushMessage.Place section(SectionId id) {
        var section = organization.section(id);
        return new PushMessage.Place(section.key(), section.name());
    }

    private List<PushMessage.File> files(List<AttachedFile> files) {
        return files.stream()
                .map(
                        it ->
                                new PushMessage.File(
                                        it.name(),
                                        it.mediaType(),
                                        it.size(),
                                        it.sha256(),
                                        settings.onSite(address(it))))
                .toList();
    }

    private static String address(AttachedFile file) {
        var kind = MediaKind.byMediaType(file.mediaType()).orElseThrow();
        return FileAddress.of(file.sha256(), kind);
    }

    private static IndexNumber number(Push push) {
        return IndexNumber.parse(push.indexNumber()).orElseThrow();
    }
}
