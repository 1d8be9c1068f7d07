package org.gongkai.opengov.disclosures;

import java.util.List;
import java.util.Optional;
import org.gongkai.platform.textcheck.Finding;

/**
 * A document as one person sees it (文件视图): its state, what the machine found, and what this person
 * may do now.
 *
 * @param openFindings blocking findings that are neither mended nor let pass
 */
public record DocumentView(
        Document document,
        WorkingCopy copy,
        List<Finding> findings,
        List<Finding> openFindings,
        List<Step> allowedSteps,
        boolean isPublic,
        Optional<IndexNumber> indexNumber) {

    /** The allowed steps by their API names. */
    public List<String> allowedStepNames() {
        return allowedSteps.stream().map(Step::slug).toList();
    }
}
