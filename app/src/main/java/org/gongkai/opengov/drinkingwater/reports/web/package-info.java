/** Pages and API of the reports on water (水源水质状况报告). */
@NullMarked
package org.gongkai.opengov.drinkingwater.reports.web;

import org.jspecify.annotations.NullMarked;
