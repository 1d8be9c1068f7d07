package org.gongkai.opengov.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.opengov.disclosures.PublicInventory;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicStamps;
import org.gongkai.platform.files.FileAddress;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.gongkai.platform.pages.Stamps;
import org.springframework.stereotype.Component;

/** Where documents, their views and their files are (信息页地址), and those that are gone. */
@Component
class DocumentAddresses implements PublicAddresses {
    private final PublicInventory inventory;
    private final PublicStamps stamps;

    DocumentAddresses(PublicInventory inventory, PublicStamps stamps) {
        this.inventory = inventory;
        this.stamps = stamps;
    }

    @Override
    public Stream<PublicAddress> all() {
        return Stream.of(documents(), files(), gone()).flatMap(it -> it);
    }

    private Stream<PublicAddress> documents() {
        return inventory.documents().flatMap(this::documents);
    }

    private Stream<PublicAddress> documents(List<PublicListing> listings) {
        var known = stamps.of(listings);
        return listings.stream().flatMap(it -> views(it, known.getOrDefault(it.id(), "")));
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

    /** By the ending of its name, as attachments are linked, and by its kind, as pictures are. */
    private Stream<PublicAddress> files() {
        return inventory
                .files()
                .flatMap(
                        it ->
                                Stream.concat(
                                                Stream.of(FileKind.address(it)),
                                                MediaKind.byMediaType(it.mediaType()).stream()
                                                        .map(
                                                                kind ->
                                                                        FileAddress.of(
                                                                                it.sha256(), kind)))
                                        .distinct()
                                        .map(
                                                address ->
                                                        PublicAddress.of(address, Kind.FILE)
                                                                .stamped(
                                                                        Stamps.of(
                                                                                it.sha256(),
                                                                                it.name()))));
    }

    private Stream<PublicAddress> gone() {
        return inventory.gone().entrySet().stream()
                .map(
                        it ->
                                new PublicAddress(
                                        it.getKey().path(),
                                        Kind.GONE,
                                        it.getValue(),
                                        Stamps.of(it.getValue())));
    }
}
