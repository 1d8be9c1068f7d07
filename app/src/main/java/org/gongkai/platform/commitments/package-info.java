/**
 * Commitments (承诺与摘要): what binds a value so that anybody can check it: canonical JSON and its
 * strict reader, framing and tagged hashes, both suites, the Merkle tree.
 *
 * <p>Shared by the verifiable draw ({@code vdraw/1}) and the transparency log ({@code govlog/1});
 * specification: docs/design/verifiable-draw.md, section 3. Pure functions: no database, no clock.
 */
@ApplicationModule(
        displayName = "Commitments",
        allowedDependencies = {})
@NullMarked
package org.gongkai.platform.commitments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
