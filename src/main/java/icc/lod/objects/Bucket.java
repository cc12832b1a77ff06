package icc.lod.objects;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.io.input.BoundedInputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** The objects under a prefix of a bucket, by names without the prefix. Thread-safe. */
final class Bucket implements AutoCloseable {
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final String BINARY = "application/octet-stream";
  private static final int NOT_MODIFIED = 304;
  private static final int NOT_FOUND = 404;

  private final BucketSettings settings;
  private final S3Client client;

  /** What an object says, and the tag by which to ask for something else. */
  record Read(String text, String tag) {}

  /** What a listing says of an object. */
  record Listed(long size, Instant modified) {}

  /** A bucket that is asked when it is used. */
  Bucket(BucketSettings settings) {
    this.settings = settings;
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECTING)
                    .socketTimeout(SILENCE))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .region(region(settings));
    // Servers of one's own seldom have a name for each bucket.
    settings
        .endpoint()
        .ifPresent(endpoint -> builder.endpointOverride(endpoint).forcePathStyle(true));
    this.client = builder.build();
  }

  /** Servers of one's own have none as a rule, but the signature wants one. */
  private static Region region(BucketSettings settings) {
    return settings.region().map(Region::of).orElseGet(Bucket::environment);
  }

  private static Region environment() {
    try {
      return new DefaultAwsRegionProviderChain().getRegion();
    } catch (SdkException e) {
      return Region.US_EAST_1;
    }
  }

  /** An object, unless it has that tag still, or is not there. */
  Optional<Read> newer(String name, String tag) throws IOException {
    GetObjectRequest.Builder request = get(name);
    if (!tag.isEmpty()) {
      request.ifNoneMatch(tag);
    }
    try (ResponseInputStream<GetObjectResponse> in = client.getObject(request.build())) {
      return Optional.of(
          new Read(new String(in.readAllBytes(), StandardCharsets.UTF_8), in.response().eTag()));
    } catch (SdkServiceException e) {
      if (e.statusCode() == NOT_MODIFIED || absent(e)) {
        return Optional.empty();
      }
      throw failure(e);
    } catch (SdkException e) {
      throw failure(e);
    }
  }

  /** Opens an object. */
  InputStream read(String name) throws IOException {
    try {
      return client.getObject(get(name).build());
    } catch (SdkException e) {
      throw e instanceof SdkServiceException answer && absent(answer)
          ? new IOException("There is no object " + settings + name, e)
          : failure(e);
    }
  }

  private GetObjectRequest.Builder get(String name) {
    return GetObjectRequest.builder().bucket(settings.bucket()).key(settings.prefix() + name);
  }

  /** Whether it is the object that is not there, and not the bucket. */
  private static boolean absent(SdkServiceException e) {
    return e.statusCode() == NOT_FOUND && !String.valueOf(e.getMessage()).contains("bucket");
  }

  /** Puts a text in the place of what there was by a name. */
  void put(String name, String text) throws IOException {
    put(name, RequestBody.fromString(text));
  }

  /** Puts the first bytes of a file in the place of what there was by a name. */
  void put(String name, Path file, long length) throws IOException {
    put(name, RequestBody.fromContentProvider(() -> beginning(file, length), length, BINARY));
  }

  private static InputStream beginning(Path file, long length) {
    try {
      return BoundedInputStream.builder().setPath(file).setMaxCount(length).get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(String name, RequestBody body) throws IOException {
    try {
      client.putObject(
          PutObjectRequest.builder()
              .bucket(settings.bucket())
              .key(settings.prefix() + name)
              .contentType(BINARY)
              .build(),
          body);
    } catch (SdkException e) {
      throw failure(e);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getCause());
    }
  }

  /** All objects whose names begin so. */
  Map<String, Listed> list(String beginning) throws IOException {
    Map<String, Listed> listed = new TreeMap<>();
    try {
      client
          .listObjectsV2Paginator(
              ListObjectsV2Request.builder()
                  .bucket(settings.bucket())
                  .prefix(settings.prefix() + beginning)
                  .build())
          .contents()
          .forEach(
              object ->
                  listed.put(
                      object.key().substring(settings.prefix().length()),
                      new Listed(object.size(), object.lastModified())));
      return listed;
    } catch (SdkException e) {
      throw failure(e);
    }
  }

  /** Deletes objects; what is not there already is no fault. */
  void delete(List<String> names) throws IOException {
    try {
      // One by one: to delete many at once wants an MD5 that not all servers take.
      for (String name : names) {
        client.deleteObject(d -> d.bucket(settings.bucket()).key(settings.prefix() + name));
      }
    } catch (SdkException e) {
      throw failure(e);
    }
  }

  /** What to tell the operator. */
  private IOException failure(SdkException e) {
    if (e instanceof SdkServiceException answer) {
      String said = answer.statusCode() + ": " + answer.getMessage();
      return new IOException(
          switch (answer.statusCode()) {
            case 401, 403 ->
                "%s refuses these credentials (%s); see AWS_ACCESS_KEY_ID or the profile, and what they may do there"
                    .formatted(settings, said);
            case NOT_FOUND -> "There is no bucket " + settings.bucket() + " (" + said + ")";
            default -> "%s does not answer as it should (%s)".formatted(settings, said);
          },
          e);
    }
    String why = String.valueOf(e.getMessage());
    return new IOException(
        why.contains("credentials")
            ? "There are no credentials for "
                + settings
                + ": set AWS_ACCESS_KEY_ID and"
                + " AWS_SECRET_ACCESS_KEY, or whatever the AWS client takes them from"
            : settings + " cannot be reached: " + why,
        e);
  }

  @Override
  public void close() {
    client.close();
  }
}
