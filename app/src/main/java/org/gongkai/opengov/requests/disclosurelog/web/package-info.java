/** The disclosure log as pages and API (依申请公开选登). */
@NullMarked
package org.gongkai.opengov.requests.disclosurelog.web;

import org.jspecify.annotations.NullMarked;
