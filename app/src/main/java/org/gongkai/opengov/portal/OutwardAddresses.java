package org.gongkai.opengov.portal;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.opengov.disclosures.PublicInventory;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.springframework.stereotype.Component;

/** Where the notices before outward links are (离开网站提示地址). */
@Component
class OutwardAddresses implements PublicAddresses {
    private final PublicInventory inventory;
    private final PublicRegister register;
    private final OutwardLinks links;

    OutwardAddresses(PublicInventory inventory, PublicRegister register, OutwardLinks links) {
        this.inventory = inventory;
        this.register = register;
        this.links = links;
    }

    @Override
    public Stream<PublicAddress> all() {
        return inventory.documents().flatMap(this::notices);
    }

    /** Nothing of it is there whatever is published. */
    @Override
    public Stream<String> fixed() {
        return Stream.empty();
    }

    private Stream<PublicAddress> notices(List<PublicListing> listings) {
        var contents = register.contents(listings.stream().map(PublicListing::id).toList());
        return listings.stream()
                .flatMap(
                        it ->
                                Optional.ofNullable(contents.get(it.id())).stream()
                                        .map(links::of)
                                        .flatMap(found -> notices(it, found.size())));
    }

    private static Stream<PublicAddress> notices(PublicListing listing, int count) {
        var path = listing.indexNumber().path();
        return IntStream.rangeClosed(1, count)
                .mapToObj(
                        it ->
                                new PublicAddress(
                                        OutwardLinks.notice(path, it),
                                        Kind.VIEW,
                                        listing.editedAt(),
                                        null));
    }
}
