package org.gongkai.opengov.disclosures.plans;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.PlanRegister;
import org.gongkai.opengov.disclosures.PlanStanding;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.disclosures.PublicRelations;
import org.gongkai.opengov.disclosures.Relation;
import org.gongkai.platform.pagecache.PageSources;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may read of a plan's progress (规划落实情况公开查询): released, and of a public plan. */
@Service
@Transactional(readOnly = true)
public class PublicProgress {
    /** What every kept page with progress was made from. */
    static final String SOURCE = "plan-progress";

    private static final Set<Relation> SHOWN =
            EnumSet.of(Relation.DRAFT_FOR_COMMENT, Relation.FINAL_PLAN);

    private final ProgressBook book;
    private final PlanRegister plans;
    private final PublicRegister register;
    private final PublicRelations relations;

    PublicProgress(
            ProgressBook book,
            PlanRegister plans,
            PublicRegister register,
            PublicRelations relations) {
        this.book = book;
        this.plans = plans;
        this.register = register;
        this.relations = relations;
    }

    /**
     * A task with its last figure.
     *
     * @param reached null while nothing was published
     * @param status the status with that figure; null while there is none
     */
    public record TaskView(
            PlanTask task, @Nullable BigDecimal reached, @Nullable StatusView status) {

        /** Whether the target has been reached, by a report that is public now. */
        public boolean met() {
            return reached != null && status != null && status.backed() && task.metBy(reached);
        }
    }

    /**
     * A status with its report.
     *
     * @param report null when it is no longer public: then the figures count no more
     */
    public record StatusView(PlanStatus status, @Nullable PublicListing report) {

        /** Whether it stands on a report that is public now. */
        public boolean backed() {
            return report != null;
        }
    }

    /**
     * A plan with what became of it.
     *
     * @param related its drafts for comment, or the final plan of a draft
     * @param tasks each with its last figure
     * @param statuses the newest first
     * @param past every public version of its progress, the newest first
     */
    public record View(
            PlanRegister.Entry plan,
            Map<Relation, List<PublicListing>> related,
            List<TaskView> tasks,
            List<StatusView> statuses,
            List<ProgressRevision> past) {

        /** How many targets have been reached. */
        public long met() {
            return tasks.stream().filter(TaskView::met).count();
        }

        /** Where it stands on the public site. */
        public String address() {
            return "/plans/" + plan.listing().indexNumber();
        }
    }

    /** Every public final plan, the latest period first. */
    public List<View> all() {
        PageSources.note(SOURCE);
        return plans.all().stream()
                .filter(it -> it.standing() != PlanStanding.DRAFT_FOR_COMMENT)
                .map(this::view)
                .toList();
    }

    /** The plan under this index number. */
    public View one(IndexNumber number) {
        PageSources.note(SOURCE);
        return plans.all().stream()
                .filter(it -> it.listing().indexNumber().equals(number))
                .findFirst()
                .map(this::view)
                .orElseThrow(Refusal::notFound);
    }

    /** Past plans, the latest period first. */
    public List<View> historical() {
        PageSources.note(SOURCE);
        return plans.all().stream()
                .filter(it -> it.standing() == PlanStanding.HISTORICAL)
                .map(this::view)
                .toList();
    }

    private View view(PlanRegister.Entry plan) {
        var id = plan.listing().id();
        var past = book.published(id);
        var progress = past.isEmpty() ? PlanProgress.NONE : past.getFirst().progress();
        var statuses = statuses(progress);
        return new View(
                plan,
                related(id),
                progress.tasks().stream().map(it -> task(it, statuses)).toList(),
                statuses,
                past);
    }

    private List<StatusView> statuses(PlanProgress progress) {
        var reports =
                register.findAll(
                        progress.statuses().stream()
                                .map(it -> new DocumentId(it.report().id()))
                                .distinct()
                                .toList());
        return progress.statuses().reversed().stream()
                .map(it -> new StatusView(it, reports.get(new DocumentId(it.report().id()))))
                .toList();
    }

    private static TaskView task(PlanTask task, List<StatusView> statuses) {
        for (var it : statuses) {
            var reached = it.status().reached(task);
            if (reached.isPresent()) {
                return new TaskView(task, reached.get(), it);
            }
        }
        return new TaskView(task, null, null);
    }

    private Map<Relation, List<PublicListing>> related(DocumentId plan) {
        var related = new EnumMap<Relation, List<PublicListing>>(Relation.class);
        related.putAll(relations.of(plan));
        related.keySet().retainAll(SHOWN);
        return related;
    }
}
