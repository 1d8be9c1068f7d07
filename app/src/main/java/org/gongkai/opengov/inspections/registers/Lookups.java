package org.gongkai.opengov.inspections.registers;

import java.util.OptionalLong;

/** Finds what a field names (对照): units by code, officers by certificate, people by key or name. */
interface Lookups {

    /** The standing unit of this credit code, with {@code -2} for the second site. */
    OptionalLong unit(String code);

    /** The officer in the directory with this certificate. */
    OptionalLong officer(String certificate);

    /** The person of the agency with this key or name. */
    OptionalLong person(String keyOrName);
}
