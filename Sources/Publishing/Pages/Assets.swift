/// Files of our own that go with the pages, by name. Third-party files are not among them: they are
/// fetched by the set-up script and served from a folder.
public enum Assets {
  public static var all: [(name: String, type: String, bytes: [UInt8])] {
    [
      ("site.css", "text/css; charset=utf-8", Array(styles.joined())),
      ("site.js", "text/javascript; charset=utf-8", Array(scripts.joined())),
    ]
  }

  /// The one stylesheet, part by part.
  private static var styles: [[UInt8]] {
    [
      PackageResources.site_css,
      PackageResources.site_accounts_css,
      PackageResources.site_reports_css,
      PackageResources.site_work_css,
      PackageResources.site_letters_css,
      PackageResources.site_views_css,
      PackageResources.reconcile_css,
      PackageResources.circle_css,
    ]
  }

  private static var scripts: [[UInt8]] {
    [
      PackageResources.site_js,
      PackageResources.site_accounts_js,
      PackageResources.site_reports_js,
      PackageResources.site_circles_js,
    ]
  }
}
