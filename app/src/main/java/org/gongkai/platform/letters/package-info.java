/**
 * Papers that leave the system (文书): the review form (审核表) and official papers (公文) as PDF and
 * .docx, the QR code they carry and the reader that finds it on a scan.
 *
 * <p>Layout: GB/T 9704—2012 《党政机关公文格式》. A library without access rules: who may print what is
 * decided by the caller.
 */
@ApplicationModule(
        displayName = "Letters",
        allowedDependencies = {"refusals"})
@NullMarked
package org.gongkai.platform.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
