package icc.lod.objects;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;
import org.jclouds.blobstore.domain.Blob;
import org.jclouds.blobstore.options.ListContainerOptions;

/** A server that speaks S3 and checks signatures, with one bucket in memory. */
public final class S3Server {
  /** The bucket that there is. */
  public static final String BUCKET = "releases";

  private static final String KEY = "icc-test-key";
  private static final String SECRET = "icc-test-secret";

  private final BlobStoreContext context =
      ContextBuilder.newBuilder(new TransientApiMetadata())
          .credentials("identity", "credential")
          .build(BlobStoreContext.class);
  private final BlobStore blobs = context.getBlobStore();
  private S3Proxy server;
  private final int port;

  /** Starts, and lets clients of this process find its credentials where they look for them. */
  public S3Server() throws Exception {
    blobs.createContainerInLocation(null, BUCKET);
    credentials(KEY, SECRET);
    server = started(0);
    port = server.getPort();
  }

  /** What clients of this process are who they say they are by. */
  public static void credentials(String key, String secret) {
    System.setProperty("aws.accessKeyId", key);
    System.setProperty("aws.secretAccessKey", secret);
  }

  private S3Proxy started(int at) throws Exception {
    S3Proxy made =
        S3Proxy.builder()
            .blobStore(blobs)
            .endpoint(URI.create("http://127.0.0.1:" + at))
            .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET)
            .build();
    made.start();
    return made;
  }

  /** Its address. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The settings of a client of a prefix. */
  public BucketSettings settings(String prefix) {
    return BucketSettings.parse(
        "s3://" + BUCKET + "/" + prefix, Optional.of(address()), Optional.empty());
  }

  /** Is out of reach while something is done. */
  public void down(Runnable meanwhile) throws Exception {
    server.stop();
    meanwhile.run();
    server = started(port);
  }

  /** The names of all objects that begin so, with their sizes. */
  public SortedMap<String, Long> names(String beginning) {
    SortedMap<String, Long> names = new TreeMap<>();
    blobs
        .list(BUCKET, ListContainerOptions.Builder.prefix(beginning).recursive().maxResults(1_000))
        .forEach(blob -> names.put(blob.getName(), blob.getSize()));
    return names;
  }

  /** Puts an object there by the back door. */
  public void put(String name, String content) {
    blobs.putBlob(BUCKET, blobs.blobBuilder(name).payload(content.getBytes(UTF_8)).build());
  }

  /** What an object holds. */
  public String get(String name) throws IOException {
    Blob blob = Objects.requireNonNull(blobs.getBlob(BUCKET, name), name);
    try (var in = Objects.requireNonNull(blob.getPayload(), name).openStream()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /** Takes an object away by the back door. */
  public void remove(String name) {
    blobs.removeBlob(BUCKET, name);
  }

  /** Ends it for good. */
  public void stop() throws Exception {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    server.stop();
    context.close();
  }
}
