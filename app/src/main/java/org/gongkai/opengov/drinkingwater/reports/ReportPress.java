package org.gongkai.opengov.drinkingwater.reports;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.gongkai.opengov.disclosures.DocumentInput.AttachmentInput;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.gongkai.opengov.drinkingwater.results.WaterMonth;
import org.gongkai.opengov.drinkingwater.results.WaterMonths;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.HtmlCleaner;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.letters.Letter;
import org.gongkai.platform.letters.Letters;
import org.gongkai.platform.letters.OfficialPaper;
import org.gongkai.platform.letters.PaperImages;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.stereotype.Component;

/** Writes reports from the newest figures, and prints them (报告文印). */
@Component
class ReportPress {
    private final WaterMonths months;
    private final ReleasedMonths released;
    private final Organization organization;
    private final Letters letters;
    private final FileStore files;
    private final Wording wording;

    ReportPress(
            WaterMonths months,
            ReleasedMonths released,
            Organization organization,
            Letters letters,
            FileStore files,
            Wording wording) {
        this.months = months;
        this.released = released;
        this.organization = organization;
        this.letters = letters;
        this.files = files;
        this.wording = wording;
    }

    /**
     * A report with the figures it was written from.
     *
     * @param months those of the period
     */
    record Written(ReportText text, List<WaterMonth> months) {

        /** The sources of all months, each month's in the order of the register. */
        List<SourceMonth> sources() {
            return months.stream()
                    .flatMap(it -> it.lines().stream())
                    .map(WaterMonth.Line::now)
                    .toList();
        }
    }

    /**
     * The report as the figures are now: of a month the newest results, of a quarter or a year what
     * is public of its months.
     */
    Written write(AgencyId agency, ReportPeriod period, ReportWords words) {
        var city = organization.agency(agency).region().regionName();
        if (period.kind() == ReportPeriod.Kind.MONTH) {
            var month = months.of(agency, period.first(), period.first()).getFirst();
            return new Written(MonthReport.of(wording::say, city, month, words), List.of(month));
        }
        var figures =
                period.months().stream()
                        .flatMap(it -> released.of(agency, it).stream())
                        .map(ReleasedMonth::month)
                        .toList();
        return new Written(SummaryReport.of(wording::say, city, period, figures, words), figures);
    }

    /** The same as .docx and PDF, in the layout of official papers. */
    Letter print(AgencyId agency, ReportText text, LocalDate day) {
        return letters.officialPaper(
                new OfficialPaper(
                        OfficialPaper.Head.plain(text.title()),
                        text.printed(),
                        List.of(),
                        new OfficialPaper.Ending(
                                organization.agency(agency).name(), day, null, null)),
                PaperImages.NONE);
    }

    /** Both files, stored to be attached to the document. */
    List<AttachmentInput> files(AgencyId agency, ReportText text, LocalDate day) {
        var letter = print(agency, text, day);
        return List.of(
                attachment(letter.docx(), text.title() + ".docx"),
                attachment(letter.pdf(), text.title() + ".pdf"));
    }

    private AttachmentInput attachment(byte[] content, String name) {
        var stored = files.put(new ByteArrayInputStream(content), name, UploadLimits.ATTACHMENT);
        return new AttachmentInput(stored.sha256(), name);
    }

    /** The hash of a body as it is kept. */
    static String hash(ReportText text) {
        var clean = HtmlCleaner.clean(text.html()).html();
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(clean.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
