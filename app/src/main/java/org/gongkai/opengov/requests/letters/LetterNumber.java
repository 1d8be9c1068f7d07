package org.gongkai.opengov.requests.letters;

/**
 * The number of a letter (文号): {@code 银环公复〔2021〕12号}.
 *
 * @param series the agency's word for the series: 银环公复
 */
public record LetterNumber(String series, int year, int number) {

    public LetterNumber {
        if (series.isBlank() || number < 1) {
            throw new IllegalArgumentException("Not a number: " + series + " " + number);
        }
    }

    @Override
    public String toString() {
        return series + "〔" + year + "〕" + number + "号";
    }
}
