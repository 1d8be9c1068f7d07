/**
 * Where the randomness comes from (随机源): drand and NIST beacons with their signatures, printed
 * numbers, nonces of witnesses.
 */
@NullMarked
package org.gongkai.verifier.beacon;

import org.jspecify.annotations.NullMarked;
