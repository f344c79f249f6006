package org.vigie.web;

import java.util.List;
import org.vigie.identity.Caller;
import org.vigie.kernel.Language;

/**
 * Where banners come from: a bean of this type is asked at every page of a signed-in person. Where it cannot say, the page
 * fails: nobody goes on untold.
 */
public interface BannerSource {
    List<Banner> of(Caller caller, Language language);
}
