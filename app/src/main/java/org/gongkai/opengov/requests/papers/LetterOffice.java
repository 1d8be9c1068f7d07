package org.gongkai.opengov.requests.papers;

import org.gongkai.opengov.requests.decisions.RemedyText;
import org.jspecify.annotations.Nullable;

/**
 * From where an agency's letters go out (文书信息): the series of their numbers, how the office is
 * reached, where remedies lie, how a fee is paid.
 *
 * @param series the word of the series of numbers: 银环公复
 * @param government the government of the same level
 * @param upperDepartment the department above
 * @param court the court that hears suits
 * @param district for an outpost in its own name, the government of its district
 * @param department for an outpost, the department that set it up
 * @param onlineReview where review can be applied for over the internet, 行政复议法 art. 22
 */
public record LetterOffice(
        String series,
        String phone,
        String address,
        String postcode,
        String government,
        String upperDepartment,
        String court,
        @Nullable String district,
        @Nullable String department,
        @Nullable String onlineReview,
        String feeWay) {

    /** Who decides on acts of the agency. */
    public RemedyText.Places places() {
        return new RemedyText.Places(
                government, upperDepartment, court, district, department, onlineReview);
    }
}
