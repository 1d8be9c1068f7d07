package org.gongkai.opengov.requests;

import java.time.LocalDate;
import java.util.Optional;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How much one applicant asks (申请数量、频次): the facts that 《政府信息公开条例》 arts. 35 and 42 are judged by,
 * counted by a keyed hash. The program decides nothing by them.
 */
@Service
public class ApplicantVolume {
    /** Pieces of a month that are free of charge, 国办函〔2020〕109号. */
    public static final int FREE = 10;

    private final Requests requests;

    ApplicantVolume(Requests requests) {
        this.requests = requests;
    }

    /**
     * Requests of the applicant of one request, by their days of arrival.
     *
     * @param day on the day of this one
     * @param month in its calendar month
     * @param year in its calendar year
     */
    public record Volume(long day, long month, long year) {
        /** Whether the month has more than what is free. */
        public boolean unusual() {
            return month > FREE;
        }
    }

    /** Of a request; empty for whoever does not see all requests. */
    @Transactional(readOnly = true)
    public Optional<Volume> of(Actor by, long id) {
        return requests.find(id)
                .filter(it -> RequestRights.readsAll(by) && RequestRights.sees(by, it))
                .map(this::volume);
    }

    private Volume volume(RequestCase request) {
        var day = request.arrivedOn();
        var month = day.withDayOfMonth(1);
        var year = LocalDate.of(day.getYear(), 1, 1);
        return new Volume(
                requests.countOfApplicant(request, day, day),
                requests.countOfApplicant(request, month, month.plusMonths(1).minusDays(1)),
                requests.countOfApplicant(request, year, year.plusYears(1).minusDays(1)));
    }
}
