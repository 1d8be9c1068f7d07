package org.gongkai.opengov.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.opengov.disclosures.AttachedFile;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.PublicInventory;
import org.gongkai.opengov.disclosures.PublicInventory.PublicFile;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicStamps;
import org.gongkai.opengov.disclosures.ShortCode;
import org.gongkai.opengov.disclosures.ShortCodes;
import org.gongkai.platform.files.FileAddress;
import org.gongkai.platform.files.FileReadings;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.gongkai.platform.pages.Stamps;
import org.springframework.stereotype.Component;

/**
 * Where documents, their views and their files are (信息页地址), the pages of their attachments, and
 * those that are gone.
 */
@Component
class DocumentAddresses implements PublicAddresses {
    private final PublicInventory inventory;
    private final PublicStamps stamps;
    private final ShortCodes codes;
    private final Readings readings;

    DocumentAddresses(
            PublicInventory inventory, PublicStamps stamps, ShortCodes codes, Readings readings) {
        this.inventory = inventory;
        this.stamps = stamps;
        this.codes = codes;
        this.readings = readings;
    }

    @Override
    public Stream<PublicAddress> all() {
        return Stream.of(documents(), files(), gone()).flatMap(it -> it);
    }

    /** Nothing of it is there whatever is published. */
    @Override
    public Stream<String> fixed() {
        return Stream.empty();
    }

    private Stream<PublicAddress> documents() {
        return inventory.documents().flatMap(this::documents);
    }

    private Stream<PublicAddress> documents(List<PublicListing> listings) {
        var known = stamps.of(listings);
        var prefixes = codes.prefixes();
        var attached = inventory.attachments(listings);
        return listings.stream()
                .flatMap(
                        it ->
                                Stream.of(
                                                views(it, known.getOrDefault(it.id(), "")),
                                                Stream.of(shortOf(it, prefixes)),
                                                readings(
                                                        it,
                                                        attached.getOrDefault(it.id(), List.of())))
                                        .flatMap(part -> part));
    }

    private static PublicAddress shortOf(PublicListing listing, Map<String, Integer> prefixes) {
        var number = listing.indexNumber();
        return PublicAddress.of(code(number, prefixes).path(), Kind.MOVED).stamped(number.path());
    }

    private static ShortCode code(IndexNumber number, Map<String, Integer> prefixes) {
        return new ShortCode(
                Objects.requireNonNull(prefixes.get(number.prefix())),
                number.year(),
                number.sequence());
    }

    private static Stream<PublicAddress> views(PublicListing listing, String stamp) {
        var path = listing.indexNumber().path();
        var views = new ArrayList<PublicAddress>();
        views.add(new PublicAddress(path, Kind.PAGE, listing.editedAt(), stamp));
        views.add(new PublicAddress(path + "/print", Kind.VIEW, listing.editedAt(), stamp));
        views.add(new PublicAddress(path + "/qr.svg", Kind.FILE, listing.editedAt(), stamp));
        for (var number = 2; number <= listing.editionNumber(); number++) {
            views.add(
                    new PublicAddress(
                            path + "/editions/" + number, Kind.VIEW, listing.editedAt(), stamp));
        }
        return views.stream();
    }

    /**
     * The pages of its attachments; what they say follows from the bytes and the reader of them.
     */
    private Stream<PublicAddress> readings(PublicListing listing, List<AttachedFile> attached) {
        var path = listing.indexNumber().path();
        return IntStream.range(0, attached.size())
                .boxed()
                .flatMap(it -> readings(path, it + 1, attached.get(it), listing));
    }

    private Stream<PublicAddress> readings(
            String path, int number, AttachedFile file, PublicListing listing) {
        var stamp = Stamps.of(file, listing.title(), listing.column(), FileReadings.MAKER);
        var pages =
                IntStream.rangeClosed(1, readings.pages(file))
                        .mapToObj(it -> Readings.address(path, number, it))
                        .map(it -> new PublicAddress(it, Kind.VIEW, listing.editedAt(), stamp));
        var pictures =
                readings.pictures(path, number, file).stream()
                        .map(it -> new PublicAddress(it, Kind.FILE, listing.editedAt(), stamp));
        return Stream.concat(pages, pictures);
    }

    /** By the ending of its name, as attachments are linked, and by its kind, as pictures are. */
    private Stream<PublicAddress> files() {
        return inventory.files().flatMap(DocumentAddresses::of);
    }

    private static Stream<PublicAddress> of(PublicFile file) {
        var linked = file.names().stream().map(it -> FileKind.address(named(file, it)));
        var shown =
                MediaKind.byMediaType(file.mediaType()).stream()
                        .map(it -> FileAddress.of(file.sha256(), it));
        var stamp = Stamps.of(file.sha256(), file.names());
        return Stream.concat(linked, shown)
                .distinct()
                .filter(it -> FileAddress.sha256In(it).isPresent())
                .map(it -> PublicAddress.of(it, Kind.FILE).stamped(stamp));
    }

    private static AttachedFile named(PublicFile file, String name) {
        return new AttachedFile(file.sha256(), name, file.mediaType(), 0, null);
    }

    private Stream<PublicAddress> gone() {
        var prefixes = codes.prefixes();
        return inventory.gone().entrySet().stream()
                .flatMap(
                        it ->
                                Stream.of(it.getKey().path(), code(it.getKey(), prefixes).path())
                                        .map(
                                                path ->
                                                        new PublicAddress(
                                                                path,
                                                                Kind.GONE,
                                                                it.getValue(),
                                                                Stamps.of(it.getValue()))));
    }
}
