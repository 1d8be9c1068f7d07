package org.gongkai.opengov.remediation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.remediation.RemediationProjects.PublicProject;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.pagecache.PageSources;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What everybody may read of projects (整治项目公开查询): the one visibility gate. Page, list, file,
 * picture and API ask here, and here only what was released of projects that are public.
 */
@Service
@Transactional(readOnly = true)
public class PublicRemediation {
    /** What every kept page with projects was made from. */
    static final String SOURCE = "remediation";

    private final RemediationProjects projects;
    private final StageLists stageLists;
    private final StageDocuments documents;
    private final PictureDesk pictures;
    private final RemediationRights rights;
    private final Organization organization;
    private final Clock clock;

    PublicRemediation(
            RemediationProjects projects,
            StageLists stageLists,
            StageDocuments documents,
            PictureDesk pictures,
            RemediationRights rights,
            Organization organization,
            Clock clock) {
        this.projects = projects;
        this.stageLists = stageLists;
        this.documents = documents;
        this.pictures = pictures;
        this.rights = rights;
        this.organization = organization;
        this.clock = clock;
    }

    /** A public project with how it stands. */
    public record View(
            Agency agency,
            String number,
            ProjectContent content,
            ProjectState state,
            List<StageStanding> stages,
            StageList kinds,
            Optional<Section> section,
            Instant releasedAt) {

        /** How many stages owe a document that is not there. */
        public long gaps() {
            return stages.stream().filter(StageStanding::gap).count();
        }

        /** Where it stands on the public site. */
        public String address() {
            return "/remediation/" + number;
        }
    }

    /** The agency with this key; the one whose site it is where none is named. */
    public Agency agency(@Nullable String key) {
        return organization.agencies().stream()
                .filter(it -> key == null || key.isBlank() || it.key().equals(key))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** The public projects of an agency that are asked for, the newest first. */
    public List<View> list(Agency agency, RemediationDesk.Filter filter) {
        PageSources.note(SOURCE);
        return views(agency, projects.allPublic(agency.id())).stream()
                .filter(it -> filter.takes(it.content(), it.state()))
                .toList();
    }

    /** The public project of this number. */
    public View one(String number) {
        PageSources.note(SOURCE);
        var project = projects.findPublic(number).orElseThrow(Refusal::notFound);
        return views(organization.agency(project.agency()), List.of(project)).getFirst();
    }

    /** A picture that is released of a public project. */
    public StoredFile picture(String number, String file) {
        var project = projects.findPublic(number).orElseThrow(Refusal::notFound);
        return project.content().pictures().stream()
                .filter(it -> it.file().equals(file))
                .findFirst()
                .map(pictures::file)
                .orElseThrow(Refusal::notFound);
    }

    private List<View> views(Agency agency, List<PublicProject> read) {
        var kinds = stageLists.current(agency.id());
        var open = documents.publicOf(read.stream().map(PublicProject::content).toList());
        var today = LocalDate.now(clock);
        return read.stream()
                .map(
                        it ->
                                new View(
                                        agency,
                                        it.number(),
                                        it.content(),
                                        ProjectState.on(today, it.content()),
                                        documents.standing(it.content(), it.content(), kinds, open),
                                        kinds,
                                        rights.section(agency.id(), it.content().medium()),
                                        it.releasedAt()))
                .toList();
    }
}
