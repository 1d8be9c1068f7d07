package org.gongkai.opengov.siteimport;

import java.util.Optional;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.Editions;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.springframework.stereotype.Component;

/** Where an address of the old site leads (原网址跳转), through the visibility gate. */
@Component
public class OldAddresses {
    private final ImportRuns runs;
    private final PublicRegister register;
    private final Editions editions;

    OldAddresses(ImportRuns runs, PublicRegister register, Editions editions) {
        this.runs = runs;
        this.register = register;
        this.editions = editions;
    }

    /** Where it leads. */
    public sealed interface Target {
        /** To the page of what is public. */
        record Moved(String path) implements Target {}

        /** It was public and is no longer; its own address says why. */
        record Gone(String path) implements Target {}
    }

    /** What became of this path and query; empty when the old site had no such address. */
    public Optional<Target> at(String path) {
        return runs.documentAt(path).flatMap(this::targetOf);
    }

    private Optional<Target> targetOf(DocumentId id) {
        var listing = register.find(id);
        return listing.isPresent()
                ? listing.map(it -> new Target.Moved(it.indexNumber().path()))
                : editions.indexNumber(id).map(IndexNumber::path).map(Target.Gone::new);
    }
}
