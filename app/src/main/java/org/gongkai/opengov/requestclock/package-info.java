/**
 * The clock of a request for disclosure (办理时限): from what has happened, and a calendar, to the day
 * the answer is due, with each day counted, skipped or left out, and why.
 *
 * <p>Law: 《政府信息公开条例》 (Order No. 711, in force 2019-05-15) arts. 30 to 36 and 42. Pure functions of
 * events and a calendar: no database, no clock, nothing to keep. Desk: the disclosure office; and
 * everybody, by the public calculators.
 */
@ApplicationModule(
        displayName = "Request clock",
        allowedDependencies = {"calendar", "refusals", "api", "pages"})
@NullMarked
package org.gongkai.opengov.requestclock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
