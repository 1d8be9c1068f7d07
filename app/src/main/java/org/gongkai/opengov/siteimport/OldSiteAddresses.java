package org.gongkai.opengov.siteimport;

import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gongkai.opengov.disclosures.Editions;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.springframework.stereotype.Component;

/** The old site's addresses for whoever reads the whole site (原网址清单): a part at a time. */
@Component
class OldSiteAddresses implements PublicAddresses {
    private static final int PART = 1_000;

    private final ImportRuns runs;
    private final PublicRegister register;
    private final Editions editions;

    OldSiteAddresses(ImportRuns runs, PublicRegister register, Editions editions) {
        this.runs = runs;
        this.register = register;
        this.editions = editions;
    }

    @Override
    public Stream<PublicAddress> all() {
        return StreamSupport.stream(new Parts(), false).flatMap(List::stream);
    }

    /** Nothing of it is there whatever is published. */
    @Override
    public Stream<String> fixed() {
        return Stream.empty();
    }

    private List<PublicAddress> named(List<ImportRuns.Address> part) {
        var shown = register.publicAmong(part.stream().map(ImportRuns.Address::document).toList());
        var named = new ArrayList<PublicAddress>();
        for (var each : part) {
            if (shown.contains(each.document())) {
                named.add(PublicAddress.of(each.path(), Kind.MOVED));
            } else if (editions.indexNumber(each.document()).isPresent()) {
                named.add(PublicAddress.of(each.path(), Kind.GONE));
            }
        }
        return named;
    }

    private final class Parts extends Spliterators.AbstractSpliterator<List<PublicAddress>> {
        private String last = "";

        Parts() {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        }

        @Override
        public boolean tryAdvance(Consumer<? super List<PublicAddress>> action) {
            var part = runs.addressesAfter(last, PART);
            if (part.isEmpty()) {
                return false;
            }
            last = part.getLast().path();
            action.accept(named(part));
            return true;
        }
    }
}
